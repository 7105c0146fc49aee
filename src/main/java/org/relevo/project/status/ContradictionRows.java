package org.relevo.project.status;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.rules.QuestionStatus;
import org.relevo.rules.StatusAspect;
import org.relevo.rules.StatusColour;
import org.relevo.rules.TimeTarget;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Contradictions as they are kept. */
@Component
class ContradictionRows {

    private final JdbcClient jdbc;

    ContradictionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long add(
            Declaration declaration,
            WorkItemNumber number,
            Declaration.Said said,
            Computed computed,
            QuestionStatus question,
            Instant now,
            Instant askAt) {
        return jdbc.sql("""
                        insert into status_contradiction (project, work_item, declaration, aspect, declared, computed,
                            reasons, author, rule, because, tell_after, since, next_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(Arrays.asList(
                        declaration.project(),
                        number.value(),
                        declaration.id(),
                        said.aspect().name(),
                        said.colour().name(),
                        Objects.requireNonNull(computed.colour()).name(),
                        computed.reasons().toArray(String[]::new),
                        declaration.by(),
                        question.rule(),
                        question.because(),
                        question.tell().text(),
                        Timestamp.from(now),
                        Timestamp.from(askAt)))
                .query(Long.class)
                .single();
    }

    void asked(long id, Instant now, Instant tellAt) {
        jdbc.sql("update status_contradiction set asked_at = ?, next_at = ? where id = ?")
                .params(Timestamp.from(now), Timestamp.from(tellAt), id)
                .update();
    }

    void told(long id, Instant now) {
        jdbc.sql("update status_contradiction set told_at = ?, next_at = null where id = ?")
                .params(Timestamp.from(now), id)
                .update();
    }

    void worsened(long id, Declaration declaration, StatusColour declared, Computed computed) {
        jdbc.sql("""
                        update status_contradiction set declaration = ?, author = ?, declared = ?, computed = ?, reasons = ?
                        where id = ?""")
                .params(
                        declaration.id(),
                        declaration.by(),
                        declared.name(),
                        Objects.requireNonNull(computed.colour()).name(),
                        computed.reasons().toArray(String[]::new),
                        id)
                .update();
    }

    void end(long id, String because, @Nullable String explanation, Instant now) {
        jdbc.sql("""
                        update status_contradiction set ended_at = ?, ended_because = ?, explanation = ?, next_at = null
                        where id = ?""")
                .params(Arrays.asList(Timestamp.from(now), because, explanation, id))
                .update();
    }

    Optional<Contradiction> find(long id) {
        return jdbc.sql("select * from status_contradiction where id = ?")
                .param(id)
                .query(ContradictionRows::read)
                .optional();
    }

    List<Contradiction> open(String project) {
        return jdbc.sql("select * from status_contradiction where project = ? and ended_at is null order by id")
                .param(project)
                .query(ContradictionRows::read)
                .list();
    }

    /** The newest first. */
    List<Contradiction> of(String project, int most) {
        return jdbc.sql("select * from status_contradiction where project = ? order by id desc limit ?")
                .params(project, most)
                .query(ContradictionRows::read)
                .list();
    }

    /** Whether the author of a declaration has explained why it is better than that colour, or than a worse one. */
    boolean explained(long declaration, StatusAspect aspect, StatusColour computed) {
        return jdbc.sql("""
                        select computed from status_contradiction
                        where declaration = ? and aspect = ? and ended_because = 'EXPLAINED'""").params(declaration, aspect.name()).query(String.class).list().stream()
                .anyMatch(one -> !StatusColour.valueOf(one).betterThan(computed));
    }

    private static Contradiction read(ResultSet row, int number) throws SQLException {
        return new Contradiction(
                row.getLong("id"),
                Objects.requireNonNull(row.getString("project")),
                new WorkItemNumber(Objects.requireNonNull(row.getString("work_item"))),
                row.getLong("declaration"),
                StatusAspect.valueOf(row.getString("aspect")),
                StatusColour.valueOf(row.getString("declared")),
                StatusColour.valueOf(row.getString("computed")),
                DeclarationRows.texts(row.getArray("reasons")),
                Objects.requireNonNull(row.getString("author")),
                Objects.requireNonNull(row.getString("because")),
                TimeTarget.parse(Objects.requireNonNull(row.getString("tell_after"))),
                row.getTimestamp("since").toInstant(),
                at(row, "asked_at"),
                at(row, "told_at"),
                row.getString("explanation"),
                at(row, "next_at"),
                at(row, "ended_at"),
                row.getString("ended_because"));
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
