package org.relevo.project.raid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.relevo.project.raid.Risk.Rated;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the tables of risks and assumptions. */
@Repository
class RaidRows {

    /** Which of the two kinds of entry a change is about. */
    enum Kind {
        RISK,
        ASSUMPTION
    }

    private final JdbcClient jdbc;

    RaidRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The open ones first, and of them the gravest after the response. */
    List<Risk> risks(String project) {
        return jdbc.sql("""
                        select * from project_risk where project = ? order by (state = 'OPEN') desc,
                            residual_probability * residual_impact desc, probability * impact desc, id""").param(project).query(RaidRows::risk).list();
    }

    Optional<Risk> risk(long id) {
        return jdbc.sql("select * from project_risk where id = ?")
                .param(id)
                .query(RaidRows::risk)
                .optional();
    }

    long add(Risk risk) {
        return jdbc.sql("""
                        insert into project_risk (project, title, description, probability, impact, owner, response,
                            response_text, residual_probability, residual_impact, proximity, trigger)
                        values (:project, :title, :description, :probability, :impact, :owner, :response, :responseText,
                            :afterProbability, :afterImpact, :proximity, :trigger) returning id""").params(values(risk)).query(Long.class).single();
    }

    void save(Risk risk) {
        var values = values(risk);
        values.put("id", risk.id());
        jdbc.sql("""
                        update project_risk set title = :title, description = :description, probability = :probability,
                            impact = :impact, owner = :owner, response = :response, response_text = :responseText,
                            residual_probability = :afterProbability, residual_impact = :afterImpact,
                            proximity = :proximity, trigger = :trigger where id = :id and project = :project""").params(values).update();
    }

    private static java.util.Map<String, Object> values(Risk risk) {
        var values = new java.util.HashMap<String, Object>();
        values.put("project", risk.project());
        values.put("title", risk.title());
        values.put("description", risk.description());
        values.put("probability", risk.before().probability());
        values.put("impact", risk.before().impact());
        values.put("owner", risk.owner());
        values.put("response", risk.response().name());
        values.put("responseText", risk.responseText());
        values.put("afterProbability", risk.after().probability());
        values.put("afterImpact", risk.after().impact());
        values.put("proximity", risk.proximity());
        values.put("trigger", risk.trigger());
        return values;
    }

    void state(long risk, Risk.State state) {
        jdbc.sql("update project_risk set state = ? where id = ?")
                .params(state.name(), risk)
                .update();
    }

    void issue(long risk, String issue) {
        jdbc.sql("update project_risk set issue = ? where id = ?")
                .params(issue, risk)
                .update();
    }

    /** Those that ended first, first. */
    List<Assumption> assumptions(String project) {
        return jdbc.sql(
                        "select * from project_assumption where project = ? order by (state = 'WRONG'), valid_until, id")
                .param(project)
                .query(RaidRows::assumption)
                .list();
    }

    Optional<Assumption> assumption(long id) {
        return jdbc.sql("select * from project_assumption where id = ?")
                .param(id)
                .query(RaidRows::assumption)
                .optional();
    }

    /** Those that have expired and whose owner was not asked about this very day. */
    List<Assumption> toAsk(String project, LocalDate today) {
        return jdbc.sql("""
                        select * from project_assumption where project = ? and state = 'VALID' and valid_until < ?
                            and asked_for is distinct from valid_until order by id""").params(project, today).query(RaidRows::assumption).list();
    }

    boolean asked(Assumption one) {
        return jdbc.sql("update project_assumption set asked_for = ? where id = ? and asked_for is distinct from ?")
                        .params(one.validUntil(), one.id(), one.validUntil())
                        .update()
                == 1;
    }

    long add(Assumption one) {
        return jdbc.sql("""
                        insert into project_assumption (project, text, owner, source, valid_until, tolerance, value)
                        values (:project, :text, :owner, :source, :until, :tolerance, :value) returning id""")
                .param("project", one.project())
                .param("text", one.text())
                .param("owner", one.owner())
                .param("source", one.source())
                .param("until", one.validUntil())
                .param("tolerance", one.tolerance())
                .param("value", one.value())
                .query(Long.class)
                .single();
    }

    void holds(long assumption, LocalDate until) {
        jdbc.sql("update project_assumption set valid_until = ? where id = ?")
                .params(until, assumption)
                .update();
    }

    void wrong(long assumption) {
        jdbc.sql("update project_assumption set state = 'WRONG' where id = ?")
                .param(assumption)
                .update();
    }

    void changed(String project, Kind kind, long entry, Instant at, String by, String text) {
        jdbc.sql("""
                        insert into project_raid_change (project, kind, entry, at, by_whom, text)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(project, kind.name(), entry, Timestamp.from(at), by, text)
                .update();
    }

    List<RaidChange> changes(Kind kind, long entry) {
        return jdbc.sql("select * from project_raid_change where kind = ? and entry = ? order by id")
                .params(kind.name(), entry)
                .query((row, i) -> new RaidChange(
                        row.getTimestamp("at").toInstant(),
                        Objects.requireNonNull(row.getString("by_whom")),
                        Objects.requireNonNull(row.getString("text"))))
                .list();
    }

    private static Risk risk(ResultSet row, int index) throws SQLException {
        return new Risk(
                row.getLong("id"),
                Objects.requireNonNull(row.getString("project")),
                Objects.requireNonNull(row.getString("title")),
                Objects.requireNonNull(row.getString("description")),
                new Rated(row.getInt("probability"), row.getInt("impact")),
                Objects.requireNonNull(row.getString("owner")),
                Risk.Response.valueOf(row.getString("response")),
                Objects.requireNonNull(row.getString("response_text")),
                new Rated(row.getInt("residual_probability"), row.getInt("residual_impact")),
                row.getObject("proximity", LocalDate.class),
                Objects.requireNonNull(row.getString("trigger")),
                Risk.State.valueOf(row.getString("state")),
                row.getString("issue"));
    }

    private static Assumption assumption(ResultSet row, int index) throws SQLException {
        return new Assumption(
                row.getLong("id"),
                Objects.requireNonNull(row.getString("project")),
                Objects.requireNonNull(row.getString("text")),
                Objects.requireNonNull(row.getString("owner")),
                Objects.requireNonNull(row.getString("source")),
                Objects.requireNonNull(row.getObject("valid_until", LocalDate.class)),
                row.getBigDecimal("tolerance"),
                row.getBigDecimal("value"),
                Assumption.State.valueOf(row.getString("state")));
    }
}
