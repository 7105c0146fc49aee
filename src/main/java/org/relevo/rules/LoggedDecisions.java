package org.relevo.rules;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.relevo.platform.Together;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The decision log in the database. Its facts, replayed, give the same decisions. */
@Component
class LoggedDecisions implements DecisionLog, Explanations {

    private final JdbcClient jdbc;
    private final Together together;
    private final Consumer<List<Object[]>> insert;

    LoggedDecisions(JdbcClient jdbc, JdbcTemplate template, Together together) {
        this.jdbc = jdbc;
        this.together = together;
        this.insert = rows -> template.batchUpdate("""
                insert into decision_log (at, topic, work_item, version, facts, decisions, fired)
                values (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::text[])""", rows);
    }

    @Override
    public void record(@Nullable String workItem, Topic topic, List<Fact> facts, Outcome outcome, Instant at) {
        together.write(insert, Collections.singletonList(new @Nullable Object[] {
            at.atOffset(ZoneOffset.UTC),
            topic.name(),
            workItem,
            outcome.version(),
            LogFormat.facts(facts),
            LogFormat.decisions(outcome.decisions()),
            outcome.fired().toArray(String[]::new)
        }));
    }

    @Override
    public List<Explanation> of(String workItem) {
        together.flush(insert);
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
