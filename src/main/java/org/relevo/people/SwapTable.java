package org.relevo.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.relevo.people.Swaps.Entry;
import org.relevo.platform.Audit;
import org.relevo.platform.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of swaps. */
@Component
class SwapTable {

    private final JdbcClient jdbc;
    private final StoredPeople people;
    private final Audit audit;
    private final Clock clock;

    SwapTable(JdbcClient jdbc, StoredPeople people, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    Entry insert(Actor by, String team, Shift mine, Shift theirs, String reason) {
        var id = jdbc.sql("""
                insert into rota_swap (team, asker, asker_layer, asker_from, asker_to, other, other_layer, other_from,
                    other_to, reason, state, asked_at, asked_by)
                values (:team, :asker, :askerLayer, :askerFrom, :askerTo, :other, :otherLayer, :otherFrom,
                    :otherTo, :reason, 'ASKED', :now, :by) returning id
                """)
                .param("team", team)
                .param("asker", mine.person().username())
                .param("askerLayer", mine.layer())
                .param("askerFrom", Overrides.utc(mine.from()))
                .param("askerTo", Overrides.utc(mine.to()))
                .param("other", theirs.person().username())
                .param("otherLayer", theirs.layer())
                .param("otherFrom", Overrides.utc(theirs.from()))
                .param("otherTo", Overrides.utc(theirs.to()))
                .param("reason", reason)
                .param("now", Overrides.utc(clock.instant()))
                .param("by", by.name())
                .query(Long.class)
                .single();
        var swap = get(team, id);
        audit.record(by.name(), "swap asked", team, swap.described());
        return swap;
    }

    /** Those that wait for an answer, by the time of asking. */
    List<Entry> open(String team) {
        return jdbc.sql("select * from rota_swap where team = :team and state = 'ASKED' and asker_to > :now"
                        + " and other_to > :now order by id")
                .param("team", team)
                .param("now", Overrides.utc(clock.instant()))
                .query((row, number) -> entry(row))
                .list();
    }

    /** A swap that waits for its answer, locked until the transaction ends. */
    Entry get(String team, long id) {
        jdbc.sql("select id from rota_swap where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .optional();
        return open(team).stream()
                .filter(swap -> swap.id() == id)
                .findFirst()
                .orElseThrow(() ->
                        new Refusal.NotFound("Swap %d of %s is answered already, or its time is over. Reload the page."
                                .formatted(id, team)));
    }

    void answer(Actor by, String team, Entry swap, String state) {
        jdbc.sql("update rota_swap set state = :state, answered_at = :now, answered_by = :by where id = :id")
                .param("state", state)
                .param("now", Overrides.utc(clock.instant()))
                .param("by", by.name())
                .param("id", swap.id())
                .update();
        audit.record(by.name(), "swap " + state.toLowerCase(Locale.ROOT), team, swap.described());
    }

    private Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("id"),
                Objects.requireNonNull(row.getString("team")),
                shift(row, "asker"),
                shift(row, "other"),
                Objects.requireNonNull(row.getString("reason")));
    }

    private Shift shift(ResultSet row, String whose) throws SQLException {
        return new Shift(
                row.getInt(whose + "_layer"),
                people.find(Objects.requireNonNull(row.getString(whose))).orElseThrow(),
                RotaTables.instant(row, whose + "_from"),
                RotaTables.instant(row, whose + "_to"),
                Shift.Kind.SWAP);
    }
}
