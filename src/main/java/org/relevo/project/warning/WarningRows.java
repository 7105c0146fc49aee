package org.relevo.project.warning;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.relevo.rules.ForecastWarningRow;
import org.relevo.rules.StatusAspect;
import org.relevo.rules.WarnOfForecast;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Warnings as they are kept. */
@Component
class WarningRows {

    private final JdbcClient jdbc;

    WarningRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a warning on the first day that it is given; while its outcome is open, it is the same one. */
    boolean keep(String project, Foreseen of, WarnOfForecast warned, BigDecimal foreseen, LocalDate day) {
        return jdbc.sql("""
                        insert into project_warning (project, aspect, kind, rule, because, day, foreseen, forecast, low,
                            high, observations) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (project, aspect, kind) where outcome = 'OPEN' do nothing""")
                        .params(Arrays.asList(
                                project,
                                of.aspect().name(),
                                warned.kind().name(),
                                warned.rule(),
                                warned.because(),
                                day,
                                foreseen,
                                of.outlook().forecast(),
                                of.low(),
                                of.high(),
                                of.observations()))
                        .update()
                == 1;
    }

    void standing(long id, boolean standing) {
        jdbc.sql("update project_warning set standing = ? where id = ? and standing <> ?")
                .params(standing, id, standing)
                .update();
    }

    void end(long id, Warning.Outcome outcome, @Nullable BigDecimal actual, LocalDate day) {
        jdbc.sql("update project_warning set outcome = ?, actual = ?, ended_on = ?, standing = false where id = ?")
                .params(Arrays.asList(outcome.name(), actual, day, id))
                .update();
    }

    long standing(String project) {
        return jdbc.sql("select count(*) from project_warning where project = ? and outcome = 'OPEN' and standing")
                .param(project)
                .query(Long.class)
                .single();
    }

    List<Warning> open(String project) {
        return jdbc.sql("select * from project_warning where project = ? and outcome = 'OPEN' order by id")
                .param(project)
                .query(WarningRows::read)
                .list();
    }

    /** The newest first. */
    List<Warning> of(String project, int most) {
        return jdbc.sql("select * from project_warning where project = ? order by id desc limit ?")
                .params(project, most)
                .query(WarningRows::read)
                .list();
    }

    List<Precision> precision() {
        return jdbc.sql("""
                        select rule, count(*) filter (where outcome = 'RIGHT') was_right,
                            count(*) filter (where outcome = 'WRONG') was_wrong,
                            count(*) filter (where outcome = 'OPEN') is_open
                        from project_warning group by rule order by rule""")
                .query((row, i) -> new Precision(
                        Objects.requireNonNull(row.getString("rule")),
                        row.getLong("was_right"),
                        row.getLong("was_wrong"),
                        row.getLong("is_open")))
                .list();
    }

    private static Warning read(ResultSet row, int number) throws SQLException {
        return new Warning(
                row.getLong("id"),
                StatusAspect.valueOf(row.getString("aspect")),
                ForecastWarningRow.Kind.valueOf(row.getString("kind")),
                Objects.requireNonNull(row.getString("rule")),
                Objects.requireNonNull(row.getString("because")),
                row.getObject("day", LocalDate.class),
                row.getBigDecimal("foreseen"),
                row.getBigDecimal("forecast"),
                row.getBigDecimal("low"),
                row.getBigDecimal("high"),
                row.getInt("observations"),
                row.getBoolean("standing"),
                Warning.Outcome.valueOf(row.getString("outcome")),
                row.getBigDecimal("actual"),
                row.getObject("ended_on", LocalDate.class));
    }
}
