package org.relevo.workflow.designer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.workflow.designer.DeployedModels.Deployed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps which cases are moved, and what became of each. */
@Component
class MoveTable {

    private static final String COUNTED = """
            select m.*, count(c.instance) filter (where c.state = 'WAITING') as waiting,
                   count(c.instance) filter (where c.state = 'MOVED') as moved,
                   count(c.instance) filter (where c.state = 'STAYED') as stayed,
                   count(c.instance) filter (where c.state = 'LEFT') as remained
            from process_move m left join process_move_case c on c.move = m.id
            where %s group by m.id order by m.id desc limit 20""";

    private final JdbcClient jdbc;

    MoveTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** With every case that runs by another version. */
    long insert(Deployed target, String by, Instant at) {
        var id = jdbc.sql("""
                        insert into process_move (process_key, definition, version, asked_by, asked_at)
                        values (:key, :definition, :version, :by, :at) returning id""")
                .param("key", target.key())
                .param("definition", target.definition())
                .param("version", target.version())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into process_move_case (move, instance, work_item, from_version)
                        select :move, e.id_, e.business_key_, d.version_
                        from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
                        where e.parent_id_ is null and d.key_ = :key and d.id_ <> :definition""")
                .param("move", id)
                .param("key", target.key())
                .param("definition", target.definition())
                .update();
        return id;
    }

    Optional<Move> find(long id) {
        return jdbc.sql(COUNTED.formatted("m.id = :id"))
                .param("id", id)
                .query(MoveTable::move)
                .optional();
    }

    /** The newest first, at most 20. */
    List<Move> of(String key) {
        return jdbc.sql(COUNTED.formatted("m.process_key = :key"))
                .param("key", key)
                .query(MoveTable::move)
                .list();
    }

    boolean anyOpen(String key) {
        return jdbc.sql("select exists (select 1 from process_move where process_key = :key and ended_at is null)")
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    String definition(long id) {
        return jdbc.sql("select definition from process_move where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    /** The next case that waits, kept from others until the end of the transaction; none where it was stopped. */
    Optional<Move.Case> next(long move) {
        return jdbc.sql("""
                        select c.* from process_move_case c join process_move m on m.id = c.move
                        where c.move = :move and c.state = 'WAITING' and m.stopped_at is null
                        order by c.instance limit 1 for update of c skip locked""").param("move", move).query(MoveTable::one).optional();
    }

    void decide(
            long move,
            String instance,
            Move.State state,
            Move.@Nullable Why why,
            @Nullable String details,
            Instant at) {
        jdbc.sql("""
                        update process_move_case set state = :state, why = :why, details = :details, at = :at
                        where move = :move and instance = :instance""")
                .param("state", state.name())
                .param("why", why == null ? null : why.name())
                .param("details", details)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("move", move)
                .param("instance", instance)
                .update();
    }

    /** What waits stays where it is; the one that is being moved is moved first. */
    void stop(long move, String by, Instant at) {
        jdbc.sql("update process_move set stopped_by = :by, stopped_at = :at where id = :id and ended_at is null")
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", move)
                .update();
        jdbc.sql("update process_move_case set state = 'LEFT', at = :at where move = :id and state = 'WAITING'")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", move)
                .update();
        end(move, at);
    }

    /** Once nothing waits any more. */
    void end(long move, Instant at) {
        jdbc.sql("""
                        update process_move set ended_at = :at where id = :id and ended_at is null
                        and not exists (select 1 from process_move_case where move = :id and state = 'WAITING')""").param("at", at.atOffset(ZoneOffset.UTC)).param("id", move).update();
    }

    /** Those that stayed first, then by their numbers. */
    List<Move.Case> cases(long move, int page, int size) {
        return jdbc.sql("""
                        select * from process_move_case where move = :move
                        order by array_position(array['STAYED', 'LEFT', 'MOVED', 'WAITING'], state), work_item, instance
                        limit :size offset :skipped""")
                .param("move", move)
                .param("size", size)
                .param("skipped", (long) page * size)
                .query(MoveTable::one)
                .list();
    }

    private static Move move(ResultSet row, int n) throws SQLException {
        return new Move(
                row.getLong("id"),
                row.getString("process_key"),
                row.getInt("version"),
                row.getString("asked_by"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("stopped_by"),
                instant(row, "stopped_at"),
                instant(row, "ended_at"),
                row.getLong("waiting"),
                row.getLong("moved"),
                row.getLong("stayed"),
                row.getLong("remained"));
    }

    private static Move.Case one(ResultSet row, int n) throws SQLException {
        var why = row.getString("why");
        return new Move.Case(
                row.getString("instance"),
                row.getString("work_item"),
                row.getInt("from_version"),
                Move.State.valueOf(row.getString("state")),
                why == null ? null : Move.Why.valueOf(why),
                row.getString("details"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
