package org.relevo.intake;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Locks in the database, by which nodes take turns. They end with the transaction, however it ends. */
@Component
class AlertLocks {

    private final JdbcClient jdbc;

    AlertLocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Makes every other delivery of the group, or of one of the alerts, wait until this transaction ends, on whatever node.
     * All take their locks in the same order, so none waits for one that waits for it.
     */
    void take(String source, String groupKey, Collection<String> fingerprints) {
        var keys = Stream.concat(
                        Stream.of(lockKey("group", source, groupKey)),
                        fingerprints.stream().map(fingerprint -> lockKey("alert", source, fingerprint)))
                .distinct()
                .sorted()
                .toArray(Long[]::new);
        jdbc.sql("""
                        with patience as materialized (select set_config('lock_timeout', '15s', true))
                        select pg_advisory_xact_lock(k) from patience, unnest(:keys::bigint[]) as k""").param("keys", keys).query((rs, row) -> row).list();
    }

    private static long lockKey(String kind, String source, String key) {
        return ByteBuffer.wrap(Sha256.of(kind + '\n' + source + '\n' + key)).getLong();
    }
}
