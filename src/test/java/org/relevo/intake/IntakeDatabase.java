package org.relevo.intake;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.relevo.incident.Incidents;
import org.relevo.incident.RaiseIncident;
import org.relevo.people.Actor;
import org.relevo.rules.AlertMapping;
import org.relevo.rules.AssignPriority;
import org.relevo.rules.Fact;
import org.relevo.rules.Outcome;
import org.relevo.rules.Priority;
import org.relevo.rules.Rating;
import org.relevo.rules.RuleBook;
import org.relevo.service.Service;
import org.relevo.service.Services;
import org.relevo.workitem.State;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItemType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** The intake on a real PostgreSQL with Relevo's schema, where an incident is no more than its row. */
public class IntakeDatabase implements AutoCloseable {

    public static final Instant NOW = Instant.parse("2026-11-22T22:10:00Z");

    private final EmbeddedPostgres postgres;
    public final DataSource source;
    public final JdbcClient jdbc;
    public final JdbcTransactionManager transactions;
    public final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    public final JsonMapper json = JsonMapper.builder().build();

    public IntakeDatabase() {
        try {
            postgres = EmbeddedPostgres.builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var hikari = new com.zaxxer.hikari.HikariConfig();
        hikari.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
        hikari.setMaximumPoolSize(10);
        hikari.addDataSourceProperty("reWriteBatchedInserts", "true");
        source = new com.zaxxer.hikari.HikariDataSource(hikari);
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        jdbc = JdbcClient.create(source);
        transactions = new JdbcTransactionManager(source);
    }

    public void clear() {
        jdbc.sql("truncate work_item, alert_group, import_run restart identity cascade")
                .update();
    }

    public Alerts alerts() {
        return new AlertReception(
                new AlertLocks(jdbc),
                new AlertTable(jdbc, json),
                new AlertRating(rules(), services()),
                new Rows(),
                new Rows(),
                clock,
                transactions);
    }

    public List<String> incidents() {
        return jdbc.sql("select number from work_item order by number")
                .query(String.class)
                .list();
    }

    public List<String> timeline(String number, String kind) {
        return jdbc.sql("select text from timeline_event where work_item = ? and kind = ? order by id")
                .params(number, kind)
                .query(String.class)
                .list();
    }

    public Optional<String> proposal(String number) {
        return jdbc.sql(
                        "select resolution_proposed from work_item where number = ? and resolution_proposed is not null")
                .param(number)
                .query(String.class)
                .optional();
    }

    private static RuleBook rules() {
        return new RuleBook() {
            @Override
            public Outcome decide(List<Fact> facts) {
                throw new UnsupportedOperationException();
            }

            @Override
            public boolean escalatesBy(String policy) {
                throw new UnsupportedOperationException();
            }

            @Override
            public AlertMapping alertMapping() {
                return (source, labels) -> new AlertMapping.Mapped(
                        labels.get("service"), rating(labels), Rating.HIGH, "severity " + labels.get("severity"));
            }
        };
    }

    private static Rating rating(Map<String, String> labels) {
        return "critical".equals(labels.get("severity")) ? Rating.HIGH : Rating.LOW;
    }

    private static Services services() {
        var payments = new Service("payments", "Payments", "Cards and transfers", "gold", null, null, null, false);
        return new Services() {
            @Override
            public Optional<Service> find(String key) {
                return key.equals("payments") ? Optional.of(payments) : Optional.empty();
            }

            @Override
            public List<Service> all() {
                return List.of(payments);
            }
        };
    }

    /** Incidents and their timeline as rows. */
    private class Rows implements Incidents, Timeline {

        @Override
        public WorkItem rate(
                WorkItemNumber number, @Nullable Rating impact, @Nullable Rating urgency, String because, Actor by) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<java.time.Instant> lastByPerson(WorkItemNumber number) {
            return Optional.empty();
        }

        @Override
        public WorkItem raise(RaiseIncident what, Actor by) {
            var number = new WorkItemNumber("INC-"
                    + jdbc.sql("select nextval('incident_number')")
                            .query(Long.class)
                            .single());
            jdbc.sql(
                            "insert into work_item (number, type, title, description, state, priority, service, raised_at, raised_by, team_reason)"
                                    + " values (?, 'INCIDENT', ?, ?, 'NEW', ?, ?, now(), ?, ?)")
                    .params(
                            number.value(),
                            what.title(),
                            what.description(),
                            what.impact() == Rating.HIGH ? "P1" : "P3",
                            what.service(),
                            by.name(),
                            what.because())
                    .update();
            return new WorkItem(
                    number,
                    WorkItemType.INCIDENT,
                    what.title(),
                    what.description(),
                    State.NEW,
                    null,
                    what.impact(),
                    what.urgency(),
                    what.service(),
                    null,
                    null,
                    null,
                    NOW,
                    by.name(),
                    null,
                    null,
                    null,
                    null);
        }

        @Override
        public Optional<AssignPriority> priorityOf(RaiseIncident what) {
            return Optional.of(new AssignPriority(
                    what.impact() == Rating.HIGH ? Priority.P1 : Priority.P3,
                    "tests",
                    "its impact is " + what.impact()));
        }

        @Override
        public void proposeResolution(WorkItemNumber number, Actor by, String reason) {
            jdbc.sql("update work_item set resolution_proposed = ? where number = ?")
                    .params(reason, number.value())
                    .update();
        }

        @Override
        public void withdrawProposal(WorkItemNumber number, Actor by, String reason) {
            jdbc.sql("update work_item set resolution_proposed = null where number = ?")
                    .param(number.value())
                    .update();
        }

        @Override
        public WorkItem acknowledge(WorkItemNumber number, Actor by, String via) {
            throw new UnsupportedOperationException();
        }

        @Override
        public WorkItem resolve(WorkItemNumber number, Actor by, String summary) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void append(WorkItemNumber number, TimelineEvent... events) {
            for (var event : events) {
                jdbc.sql(
                                "insert into timeline_event (work_item, at, kind, text, by_whom, reason) values (?, ?, ?, ?, ?, ?)")
                        .params(
                                number.value(),
                                event.at().atOffset(ZoneOffset.UTC),
                                event.kind(),
                                event.text(),
                                event.by(),
                                event.reason())
                        .update();
            }
        }

        @Override
        public List<TimelineEvent> of(WorkItemNumber number) {
            throw new UnsupportedOperationException();
        }
    }

    @Override
    public void close() throws SQLException, IOException {
        ((com.zaxxer.hikari.HikariDataSource) source).close();
        postgres.close();
    }
}
