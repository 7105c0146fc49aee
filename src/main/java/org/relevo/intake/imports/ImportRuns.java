package org.relevo.intake.imports;

import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The runs as they are stored, each with its file in parts and its refused rows. */
@Repository
class ImportRuns {

    private static final int PART = 512 * 1024;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Clock clock;

    ImportRuns(JdbcClient jdbc, JdbcTemplate template, Clock clock) {
        this.jdbc = jdbc;
        this.template = template;
        this.clock = clock;
    }

    /** A row that was not taken. */
    record Refused(long line, String reason, String text) {}

    long add(String fileName, String fileHash, String mapping, String by) {
        return jdbc.sql("""
                        insert into import_run (file_name, file_hash, mapping, state, started_at, progress_at, started_by)
                        values (:name, :hash, :mapping, 'RUNNING', :now, :now, :by) returning id""")
                .param("name", fileName)
                .param("hash", fileHash)
                .param("mapping", mapping)
                .param("now", now())
                .param("by", by)
                .query(Long.class)
                .single();
    }

    void keepFile(long run, InputStream file) throws IOException {
        int part = 0;
        for (var bytes = file.readNBytes(PART); bytes.length > 0; bytes = file.readNBytes(PART)) {
            jdbc.sql("insert into import_file (import_run, part, bytes) values (?, ?, ?)")
                    .params(run, part++, bytes)
                    .update();
        }
    }

    byte @Nullable [] part(long run, int part) {
        return jdbc.sql("select bytes from import_file where import_run = ? and part = ?")
                .params(run, part)
                .query(byte[].class)
                .optional()
                .orElse(null);
    }

    Optional<ImportRun> find(long run) {
        return jdbc.sql("select * from import_run where id = ?")
                .param(run)
                .query(ImportRuns::run)
                .optional();
    }

    /** Reads a run and keeps others from going on with it until this transaction ends. */
    Optional<ImportRun> locked(long run) {
        return jdbc.sql("select * from import_run where id = ? for update")
                .param(run)
                .query(ImportRuns::run)
                .optional();
    }

    List<ImportRun> latest(int most) {
        return jdbc.sql("select * from import_run order by id desc limit ?")
                .param(most)
                .query(ImportRuns::run)
                .list();
    }

    /** Runs that have not ended and have not moved for so long. */
    List<Long> still(Duration longerThan) {
        return jdbc.sql("select id from import_run where state = 'RUNNING' and progress_at <= ? order by id")
                .param(now().minus(longerThan))
                .query(Long.class)
                .list();
    }

    /** Adds what one batch has come to. */
    void progress(long run, long rows, long items, long events, long unchanged, List<Refused> refused) {
        jdbc.sql("""
                        update import_run set rows_read = rows_read + :rows, items = items + :items, events = events + :events,
                          unchanged = unchanged + :unchanged, refused = refused + :refused, progress_at = :now
                        where id = :run""")
                .param("rows", rows)
                .param("items", items)
                .param("events", events)
                .param("unchanged", unchanged)
                .param("refused", refused.size())
                .param("now", now())
                .param("run", run)
                .update();
        template.batchUpdate(
                "insert into import_refusal (import_run, line, reason, row_text) values (?, ?, ?, ?)",
                refused.stream()
                        .map(row -> new Object[] {run, row.line(), row.reason(), row.text()})
                        .toList());
    }

    void end(long run, ImportRun.State state, @Nullable String problem) {
        jdbc.sql(
                        "update import_run set state = :state, problem = :problem, ended_at = :now, progress_at = :now where id = :run")
                .param("state", state.name())
                .param("problem", problem)
                .param("now", now())
                .param("run", run)
                .update();
        jdbc.sql("delete from import_file where import_run = ?").param(run).update();
    }

    List<Refused> refused(long run, int most) {
        return jdbc.sql("select line, reason, row_text from import_refusal where import_run = ? order by line limit ?")
                .params(run, most)
                .query((rs, row) -> new Refused(rs.getLong(1), rs.getString(2), rs.getString(3)))
                .list();
    }

    /** All refused rows, one after the other: there may be many. */
    void eachRefused(long run, Consumer<Refused> to) {
        var after = -1L;
        for (var page = page(run, after); !page.isEmpty(); page = page(run, after)) {
            page.forEach(to);
            after = page.get(page.size() - 1).line();
        }
    }

    private List<Refused> page(long run, long after) {
        return jdbc.sql("""
                        select line, reason, row_text from import_refusal
                        where import_run = ? and line > ? order by line limit 1000""")
                .params(run, after)
                .query((rs, row) -> new Refused(rs.getLong(1), rs.getString(2), rs.getString(3)))
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static ImportRun run(ResultSet rs, int row) throws SQLException {
        return new ImportRun(
                rs.getLong("id"),
                rs.getString("file_name"),
                rs.getString("mapping"),
                ImportRun.State.valueOf(rs.getString("state")),
                rs.getLong("rows_read"),
                rs.getLong("items"),
                rs.getLong("events"),
                rs.getLong("unchanged"),
                rs.getLong("refused"),
                rs.getObject("started_at", OffsetDateTime.class).toInstant(),
                instant(rs.getObject("ended_at", OffsetDateTime.class)),
                rs.getString("started_by"),
                rs.getString("problem"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
