package org.relevo.rules;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relevo.platform.LiveUpdates;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The versions of the rule book in the database. A version never changes; which one is active does. */
@Component
class RuleBookVersions {

    /** Brought by a build, and written by developers. */
    static final String BY_FILES = "files";

    /** What this node and the others are told when another version may decide. */
    static final String CHANGED = "rule-book";

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;
    private final JsonMapper json;
    private final Clock clock;
    private final LiveUpdates live;

    RuleBookVersions(
            JdbcClient jdbc, PlatformTransactionManager transactions, JsonMapper json, Clock clock, LiveUpdates live) {
        this.jdbc = jdbc;
        this.live = live;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.json = json;
        this.clock = clock;
    }

    /**
     * A version of the rule book.
     *
     * @param activatedAt when it was made active last
     */
    record Version(int number, String hash, RuleFiles files, String source, Instant activatedAt) {}

    /** Makes the files of this build active, unless they are the ones that the last build to bring any brought. */
    void offer(RuleFiles files) {
        apart.executeWithoutResult(transaction -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtext('rule_book_version'))")
                    .query()
                    .listOfRows();
            var lastOffered = jdbc.sql("""
                            select v.hash from rule_book_activation a join rule_book_version v using (version)
                            where a.by_whom = ? order by a.id desc limit 1""").param(BY_FILES).query(String.class).optional();
            var hash = files.hash();
            if (lastOffered.filter(hash::equals).isEmpty()) {
                add(files, hash);
                activate(hash);
            }
        });
    }

    private void add(RuleFiles files, String hash) {
        jdbc.sql("""
                        insert into rule_book_version (version, hash, files, source, created_at, created_by)
                        select coalesce(max(version), 0) + 1, ?, ?::jsonb, ?, ?, ? from rule_book_version
                        on conflict (hash) do nothing""")
                .params(hash, json.writeValueAsString(files.texts()), BY_FILES, now(), BY_FILES)
                .update();
    }

    private void activate(String hash) {
        live.changed(CHANGED);
        jdbc.sql("""
                        insert into rule_book_activation (version, at, by_whom)
                        select version, ?, ? from rule_book_version where hash = ?""").params(now(), BY_FILES, hash).update();
    }

    /** The versions that may decide: the one made active last first, and none that is quarantined. */
    List<Integer> usable() {
        return jdbc.sql("""
                        select v.version from rule_book_version v join rule_book_activation a using (version)
                        where v.quarantined_at is null group by v.version order by max(a.id) desc""").query(Integer.class).list();
    }

    Optional<Version> find(int number) {
        return jdbc.sql("""
                        select version, hash, files::text files, source,
                               (select max(at) from rule_book_activation a where a.version = v.version) activated_at
                        from rule_book_version v where version = ?""")
                .param(number)
                .query((row, at) -> new Version(
                        row.getInt("version"),
                        row.getString("hash"),
                        new RuleFiles(json.readValue(row.getString("files"), TEXTS)),
                        row.getString("source"),
                        row.getObject("activated_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Takes a version out of use for good, whatever becomes of the caller's transaction. */
    void quarantine(int number, String because) {
        apart.executeWithoutResult(transaction -> {
            live.changed(CHANGED);
            jdbc.sql("""
                            update rule_book_version set quarantined_at = ?, quarantined_because = ?
                            where version = ? and quarantined_at is null""").params(now(), because, number).update();
        });
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
