package org.relevo.watchdog;

import java.time.Duration;
import java.util.List;
import org.relevo.platform.NodeClock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The nodes, each of which says every few seconds that it is there. */
@Repository
class Nodes {

    private final JdbcTemplate jdbc;
    private final ThisNode node;

    Nodes(JdbcTemplate jdbc, ThisNode node) {
        this.jdbc = jdbc;
        this.node = node;
    }

    void started() {
        jdbc.update("delete from node where name = ? or seen_at < now() - interval '1 day'", node.name());
    }

    void seen(NodeClock.Reading clock) {
        jdbc.update("""
                insert into node (name, version, started_at, seen_at, clock_offset_ms, works) values (?, ?, now(), now(), ?, ?)
                on conflict (name) do update set version = excluded.version, seen_at = excluded.seen_at,
                    clock_offset_ms = excluded.clock_offset_ms, works = excluded.works
                """, node.name(), node.version(), clock.offset().toMillis(), clock.mayWork());
    }

    void stopped() {
        jdbc.update("delete from node where name = ?", node.name());
    }

    List<Node> all() {
        return jdbc.query(
                "select * from node order by name",
                (row, i) -> new Node(
                        row.getString("name"),
                        row.getString("version"),
                        row.getTimestamp("started_at").toInstant(),
                        row.getTimestamp("seen_at").toInstant(),
                        Duration.ofMillis(row.getLong("clock_offset_ms")),
                        row.getBoolean("works")));
    }
}
