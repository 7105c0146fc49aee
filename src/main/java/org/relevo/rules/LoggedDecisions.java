package org.relevo.rules;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The decision log in the database. Its facts, replayed, give the same decisions. */
@Component
class LoggedDecisions implements DecisionLog, Explanations {

    private final JdbcClient jdbc;

    LoggedDecisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void record(@Nullable String workItem, Topic topic, List<Fact> facts, Outcome outcome, Instant at) {
        jdbc.sql("""
                        insert into decision_log (at, topic, work_item, version, facts, decisions, fired)
                        values (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?)""")
                .param(at.atOffset(ZoneOffset.UTC))
                .param(topic.name())
                .param(workItem)
                .param(outcome.version())
                .param(LogFormat.facts(facts))
                .param(LogFormat.decisions(outcome.decisions()))
                .param(outcome.fired().toArray(String[]::new))
                .update();
    }

    @Override
    public List<Explanation> of(String workItem) {
        return jdbc.sql("""
                        select at, topic, version, facts::text facts, decisions::text decisions, fired
                        from decision_log where work_item = ? order by at, id""")
                .param(workItem)
                .query((row, number) -> explanation(row))
                .list();
    }

    private static Explanation explanation(ResultSet row) throws SQLException {
        var outcome =
                new Outcome(row.getInt("version"), LogFormat.decisions(row.getString("decisions")), List.of((String[])
                        row.getArray("fired").getArray()));
        return new Explanation(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Topic.valueOf(row.getString("topic")),
                LogFormat.facts(row.getString("facts")),
                outcome);
    }
}
