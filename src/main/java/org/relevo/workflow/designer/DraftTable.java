package org.relevo.workflow.designer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps drafts, every state of theirs that was saved, and what was said of them. */
@Component
class DraftTable {

    private final JdbcClient jdbc;

    DraftTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long insert(String key, String name, @Nullable Integer basedOn, String by, Instant at) {
        return jdbc.sql("""
                        insert into process_draft (process_key, name, based_on, changed_by, changed_at)
                        values (:key, :name, :base, :by, :at) returning id""")
                .param("key", key)
                .param("name", name)
                .param("base", basedOn)
                .param("by", by)
                .param("at", stamp(at))
                .query(Long.class)
                .single();
    }

    void addVersion(long draft, int version, String xml, String sha256, String by, Instant at, @Nullable String note) {
        jdbc.sql("""
                        insert into process_draft_version (draft, version, xml, sha256, saved_by, saved_at, note)
                        values (:draft, :version, :xml, :sha, :by, :at, :note)""")
                .param("draft", draft)
                .param("version", version)
                .param("xml", xml)
                .param("sha", sha256)
                .param("by", by)
                .param("at", stamp(at))
                .param("note", note)
                .update();
    }

    Optional<Draft> find(long id) {
        return jdbc.sql("select * from process_draft where id = :id")
                .param("id", id)
                .query(DraftTable::draft)
                .optional();
    }

    /** Nobody else changes it until this transaction has ended. */
    Optional<Draft> hold(long id) {
        return jdbc.sql("select * from process_draft where id = :id for update")
                .param("id", id)
                .query(DraftTable::draft)
                .optional();
    }

    /** A saved draft is one that nobody has approved, whatever it was before. */
    void saved(long id, int version, String key, String name, String by, Instant at) {
        jdbc.sql("""
                        update process_draft set version = :version, process_key = :key, name = :name, changed_by = :by,
                            changed_at = :at, state = 'DRAFT', submitted_by = null, decided_by = null
                        where id = :id""")
                .param("id", id)
                .param("version", version)
                .param("key", key)
                .param("name", name)
                .param("by", by)
                .param("at", stamp(at))
                .update();
    }

    void state(
            long id,
            Draft.State state,
            @Nullable String reason,
            @Nullable String submitter,
            @Nullable String decider,
            @Nullable String decision) {
        jdbc.sql("""
                        update process_draft set state = :state, reason = :reason, submitted_by = :submitter,
                            decided_by = :decider, decision = :decision
                        where id = :id""")
                .param("id", id)
                .param("state", state.name())
                .param("reason", reason)
                .param("submitter", submitter)
                .param("decider", decider)
                .param("decision", decision)
                .update();
    }

    void base(long id, @Nullable Integer version) {
        jdbc.sql("update process_draft set based_on = :version where id = :id")
                .param("id", id)
                .param("version", version)
                .update();
    }

    void lock(long id, @Nullable String by, @Nullable Instant at) {
        jdbc.sql("update process_draft set locked_by = :by, locked_at = :at where id = :id")
                .param("id", id)
                .param("by", by)
                .param("at", at == null ? null : stamp(at))
                .update();
    }

    Optional<String> xml(long draft, int version) {
        return jdbc.sql("select xml from process_draft_version where draft = :draft and version = :version")
                .param("draft", draft)
                .param("version", version)
                .query(String.class)
                .optional();
    }

    List<DraftVersion> versions(long draft) {
        return jdbc.sql("""
                        select version, sha256, saved_by, saved_at, note from process_draft_version
                        where draft = :draft order by version desc limit 200""")
                .param("draft", draft)
                .query((row, n) -> new DraftVersion(
                        row.getInt("version"),
                        row.getString("sha256"),
                        row.getString("saved_by"),
                        row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                        row.getString("note")))
                .list();
    }

    /** Whoever has saved any of its states: none of them approves it. */
    List<String> authors(long draft) {
        return jdbc.sql("select distinct saved_by from process_draft_version where draft = :draft order by 1")
                .param("draft", draft)
                .query(String.class)
                .list();
    }

    List<Draft> open() {
        return jdbc.sql("""
                        select * from process_draft where state not in ('DEPLOYED', 'DISCARDED')
                        order by changed_at desc, id desc limit 500""").query(DraftTable::draft).list();
    }

    void comment(long draft, int version, String by, Instant at, String text) {
        jdbc.sql("""
                        insert into process_draft_comment (draft, version, by_whom, at, text)
                        values (:draft, :version, :by, :at, :text)""")
                .param("draft", draft)
                .param("version", version)
                .param("by", by)
                .param("at", stamp(at))
                .param("text", text)
                .update();
    }

    List<DraftComment> comments(long draft) {
        return jdbc.sql("""
                        select version, by_whom, at, text from process_draft_comment
                        where draft = :draft order by id limit 500""")
                .param("draft", draft)
                .query((row, n) -> new DraftComment(
                        row.getInt("version"),
                        row.getString("by_whom"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("text")))
                .list();
    }

    private static Draft draft(ResultSet row, int n) throws SQLException {
        return new Draft(
                row.getLong("id"),
                row.getString("process_key"),
                row.getString("name"),
                row.getObject("based_on", Integer.class),
                Draft.State.valueOf(row.getString("state")),
                row.getInt("version"),
                row.getString("reason"),
                row.getString("submitted_by"),
                row.getString("decided_by"),
                row.getString("decision"),
                row.getString("locked_by"),
                instant(row.getObject("locked_at", OffsetDateTime.class)),
                row.getString("changed_by"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime stamp(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
