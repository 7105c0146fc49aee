package org.relevo.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relevo.commitment.Commitments;
import org.relevo.people.Actor;
import org.relevo.people.Actors;
import org.relevo.rules.Priority;
import org.relevo.support.Cases;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.relevo.support.Visitors;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

/** What several incidents took on average. */
@IntegrationTest
class MeanTimesTests {

    @Autowired
    MeanTimes means;

    @Autowired
    Measures measures;

    @Autowired
    Incidents incidents;

    @Autowired
    Duplicates duplicates;

    @Autowired
    Closure closure;

    @Autowired
    Commitments commitments;

    @Autowired
    Cases cases;

    @Autowired
    Actors actors;

    @Autowired
    SettableClock clock;

    @Autowired
    Visitors visitors;

    @Autowired
    JdbcTemplate jdbc;

    private Actor jonas;
    private Instant begun;

    @BeforeEach
    void nothingElseIsResolvedFromNowOn() {
        clock.advance(Duration.ofSeconds(1));
        begun = clock.instant();
        jonas = actors.of("jonas.weber").orElseThrow();
    }

    @Test
    void eachMeanIsThatOfWhatTheIncidentsTook() {
        var first = took(Priority.P1, 10, 60);
        var second = took(Priority.P1, 20, 120);
        var held = cases.raise(Priority.P3).number();
        clock.advance(Duration.ofMinutes(5));
        commitments.hold(held, clock.instant(), null, "the caller is away", jonas);
        clock.advance(Duration.ofMinutes(30));
        commitments.resume(held, clock.instant(), jonas);
        incidents.resolve(held, jonas, "by itself");
        cases.raise(Priority.P1);

        var rows = means.since(begun, null);
        assertThat(rows).extracting(MeanTimes.Row::priority).containsExactly(Priority.P1, Priority.P3, null);
        assertThat(rows.get(0).resolved()).isEqualTo(2);
        assertThat(rows.get(0).toAcknowledge()).isEqualTo(mean(15, 2));
        assertThat(rows.get(0).toResolve()).isEqualTo(mean(90, 2));
        assertThat(rows.get(0).onHold()).isEqualTo(mean(0, 2));
        assertThat(rows.get(1).toAcknowledge()).isEqualTo(new MeanTimes.Mean(null, 0));
        assertThat(rows.get(1).onHold()).isEqualTo(mean(30, 1));
        assertThat(rows.get(2).resolved()).isEqualTo(3);
        var single = List.of(first, second, held).stream()
                .map(number -> measures.of(number).toResolve().length())
                .reduce(Duration.ZERO, Duration::plus);
        assertThat(rows.get(2).toResolve()).isEqualTo(new MeanTimes.Mean(single.dividedBy(3), 3));
    }

    @Test
    void aReopenedIncidentCountsWhenItIsResolvedAgainAndADuplicateNever() {
        var parent = took(Priority.P2, 5, 30);
        closure.reopen(parent, false, "it fails again", jonas);
        assertThat(means.since(begun, null)).isEmpty();
        var child = cases.raise(Priority.P2).number();
        duplicates.mark(child, parent, "the same belt", jonas);
        clock.advance(Duration.ofMinutes(30));
        incidents.resolve(parent, jonas, "belt replaced");
        var all = means.since(begun, "paint-shop-mes");
        assertThat(all).hasSize(2).allSatisfy(row -> {
            assertThat(row.resolved()).isEqualTo(1);
            assertThat(row.reopened()).isEqualTo(1);
            assertThat(row.toResolve()).isEqualTo(mean(60, 1));
        });
        assertThat(means.since(begun, "intranet")).isEmpty();
    }

    @Test
    void thePageAndTheInterfaceTellThem() {
        took(Priority.P1, 10, 60);
        var page = visitors.signedIn("david.moreno")
                .get("/incidents/mean-times?days=7&service=paint-shop-mes")
                .page();
        assertThat(page.select("h1").text()).isEqualTo("Cuánto han tardado los incidentes");
        assertThat(page.select(".tabs a[aria-current=page]").text()).isEqualTo("7 días");
        assertThat(page.select("#mean-times thead").text()).contains("MTTA", "MTTR");
        assertThat(page.select("#mean-times tbody tr").first().text()).startsWith("P1");
        assertThat(page.select("#mean-times tbody tr").last().text()).startsWith("Todos");
        assertThat(visitors.signedIn("david.moreno")
                        .get("/incidents")
                        .page()
                        .select("header a[href=/incidents/mean-times]")
                        .text())
                .isEqualTo("MTTR");
        assertThat(page.html()).doesNotContain("??").doesNotContain("style=");
        var empty = visitors.signedIn("jonas.weber").get("/incidents/mean-times?service=no-such-service&days=x");
        assertThat(empty.page().select("#mean-times").text()).contains("No incident was resolved in this time");
        assertThat(empty.page().select(".tabs a[aria-current=page]").text()).isEqualTo("90 days");
        var read = visitors.machine()
                .get("/api/v1/incidents/mean-times?days=7&service=paint-shop-mes")
                .json();
        var row = read.get("rows").get(0);
        var known = means.since(clock.instant().minus(Duration.ofDays(7)), "paint-shop-mes")
                .get(0);
        assertThat(row.get("priority").asString()).isEqualTo("P1");
        assertThat(row.get("resolved").asInt()).isEqualTo(known.resolved());
        assertThat(Duration.parse(row.get("timeToResolve").get("mean").asString()))
                .isEqualTo(known.toResolve().length());
    }

    /** A tool's history of years is imported at once; nothing of it is left to other tests. */
    @Test
    @Transactional
    void twentyThousandImportedIncidentsAreCountedInTwoSeconds() {
        jdbc.update("""
                insert into work_item (number, type, title, description, state, priority, service, raised_at, raised_by, ended_at)
                select 'INC-9' || lpad(n::text, 7, '0'), 'INCIDENT', 'Imported', '', 'CLOSED', 'P' || 1 + n % 4,
                    'means-of-many', ?::timestamptz - interval '1 hour', 'import', ?::timestamptz + n * interval '1 millisecond'
                from generate_series(1, 20000) n""", begun.toString(), begun.toString());
        jdbc.update("""
                insert into timeline_event (work_item, at, kind, text, by_whom)
                select number, raised_at + k * interval '10 minutes', 'ACKNOWLEDGED', 'Acknowledged', 'import'
                from work_item, generate_series(1, 3) k where service = 'means-of-many'""");
        var from = System.nanoTime();
        var rows = means.since(begun, "means-of-many");
        var took = Duration.ofNanos(System.nanoTime() - from);
        System.out.printf("mean times of 20,000 incidents: %d ms%n", took.toMillis());
        assertThat(rows.get(rows.size() - 1).toAcknowledge()).isEqualTo(mean(10, MeanTimes.MOST));
        assertThat(took).isLessThan(Duration.ofSeconds(2));
    }

    private WorkItemNumber took(Priority priority, int acknowledged, int resolved) {
        var number = cases.raise(priority).number();
        clock.advance(Duration.ofMinutes(acknowledged));
        incidents.acknowledge(number, jonas, "on the page");
        clock.advance(Duration.ofMinutes(resolved - acknowledged));
        incidents.resolve(number, jonas, "restarted");
        return number;
    }

    private static MeanTimes.Mean mean(int minutes, int of) {
        return new MeanTimes.Mean(Duration.ofMinutes(minutes), of);
    }
}
