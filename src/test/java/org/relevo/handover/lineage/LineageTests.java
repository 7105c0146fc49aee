package org.relevo.handover.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relevo.handover.Criteria;
import org.relevo.handover.Handovers;
import org.relevo.inbox.Inbox;
import org.relevo.incident.Incidents;
import org.relevo.incident.Measures;
import org.relevo.incident.RaiseIncident;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.project.ProjectDesk;
import org.relevo.project.ProjectForm;
import org.relevo.project.issue.IssueDesk;
import org.relevo.rules.CauseKind;
import org.relevo.rules.Need;
import org.relevo.rules.Rating;
import org.relevo.service.ServiceCatalogue;
import org.relevo.service.ServiceForm;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.relevo.support.Visitors;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A criterion is waived, the service is handed over, and incidents come. */
@IntegrationTest
class LineageTests {

    private static final Actor MANAGER = person("ines.castro", Role.PROJECT_MANAGER);
    private static final Actor OPERATIONS = person("marta.ruiz", Role.SERVICE_MANAGER);
    private static final Actor ENGINEER = person("jonas.weber", Role.AGENT);
    private static final Actor ADMIN = person("admin", Role.ADMIN);

    @Autowired
    ProjectDesk projects;

    @Autowired
    ServiceCatalogue catalogue;

    @Autowired
    Handovers handovers;

    @Autowired
    Criteria criteria;

    @Autowired
    Inbox inbox;

    @Autowired
    Incidents incidents;

    @Autowired
    Measures measures;

    @Autowired
    Traces traces;

    @Autowired
    Proposals proposals;

    @Autowired
    Marks marks;

    @Autowired
    DebtLedger ledger;

    @Autowired
    DebtReporting reporting;

    @Autowired
    Lineage lineage;

    @Autowired
    IssueDesk issues;

    @Autowired
    Timeline timeline;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Visitors visitors;

    @Autowired
    SettableClock clock;

    private String project = "";
    private String service = "";
    private Duration advanced = Duration.ZERO;

    private static Actor person(String name, Role role) {
        return new Actor(name, Actor.Kind.PERSON, Set.of(role), Set.of());
    }

    @BeforeEach
    void begin() {
        var key = UUID.randomUUID().toString().substring(0, 8);
        project = "p" + key;
        service = "s" + key;
        projects.create(
                new ProjectForm(project, "Kiln", "", "ines.castro", "clara.brandt", "EUR", "UTC", day(-20).toString()),
                MANAGER);
        catalogue.create(
                ADMIN, new ServiceForm(service, "Oven " + key, "", "bronze", "ops", "marta.ruiz", "", "60.00", "EUR"));
    }

    @AfterEach
    void backToTheTimeOfTheOthers() {
        clock.advance(advanced.negated());
    }

    private void advance(Duration by) {
        clock.advance(by);
        advanced = advanced.plus(by);
    }

    private LocalDate day(int from) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(from);
    }

    @Test
    void threeIncidentsOfWhichTwoRelateGiveTwoTracesWhoseMinutesAndMoneySumToTheLedger() {
        var handover = live(true);
        marks.mark(handover, CauseKind.WAIVER, "security", Map.of("components", "kiln-gate", "tags", ""), OPERATIONS);
        var first = raise("A security hole in the login");
        var second = raise("kiln-gate answers to anybody");
        raise("The kiln is cold");
        assertThat(proposed(handover)).containsExactlyInAnyOrder(first, second);
        assertThat(traces.of(handover, 10)).allSatisfy(one -> {
            assertThat(one.kind()).isEqualTo(CauseKind.WAIVER);
            assertThat(one.rule()).startsWith("An incident may trace to a criterion that was waived");
        });
        assertThat(ledger.of(handover).none()).isTrue();
        assertThatThrownBy(() -> confirm(handover, first, ENGINEER)).isInstanceOf(Refusal.NotAllowed.class);
        advance(Duration.ofMinutes(30));
        resolve(first);
        advance(Duration.ofMinutes(60));
        resolve(second);
        confirm(handover, first, OPERATIONS);
        confirm(handover, first, OPERATIONS);
        confirm(handover, second, MANAGER);
        var debt = ledger.of(handover);
        assertThat(debt.lines()).extracting(Debt.Line::incident).containsExactly(first, second);
        assertThat(debt.lines())
                .allSatisfy(line -> assertThat(Duration.ofMinutes(line.minutes()))
                        .isEqualTo(measures.of(line.incident()).toResolve().length()));
        assertThat(debt.minutes()).isEqualTo(120);
        assertThat(debt.cost()).isEqualTo("120.00");
        assertThat(debt.parts())
                .singleElement()
                .satisfies(part -> assertThat(part.cost()).isEqualTo(debt.cost()));
        // the same set is told of once a day
        assertThat(mails(handover, "debt")).isEqualTo(1);
        traces.withdraw(handover, trace(handover, second).id(), "It was the hinge", OPERATIONS);
        assertThat(ledger.of(handover).minutes()).isEqualTo(30);
        assertThat(mails(handover, "debt")).isEqualTo(1);
        advance(Duration.ofDays(1));
        reporting.look(handover);
        assertThat(mails(handover, "debt")).isEqualTo(2);
        pagesShow(handover, first);
    }

    private void pagesShow(WorkItemNumber handover, WorkItemNumber incident) {
        var marta = visitors.signedIn("marta.ruiz");
        var page = marta.get("/handovers/%s/lineage".formatted(handover));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().select("#debt tfoot").text()).contains("30").contains("30.00 EUR");
        assertThat(page.page().select("#line").text()).contains("granted:").contains("raised:");
        var ofService = marta.get("/services/%s/lineage?kind=INCIDENT".formatted(service));
        assertThat(ofService.page().select("#line .timeline a").eachText()).contains(incident.value());
        assertThat(marta.get("/incidents/" + incident).page().select("a[href=/services/%s/lineage]".formatted(service)))
                .hasSize(1);
        assertThat(marta.get("/services/" + service).page().select("a[href=/services/%s/lineage]".formatted(service)))
                .hasSize(1);
        var api = marta.get("/api/v1/handovers/%s/debt".formatted(handover)).json();
        assertThat(api.at("/debt/minutes").asInt()).isEqualTo(30);
        assertThat(lineage.count(service, null, LineageEvent.Kind.WAIVER)).isPositive();
    }

    @Test
    void withoutTheWaiverNothingIsProposed() {
        var handover = live(false);
        raise("A security hole in the login");
        raise("kiln-gate answers to anybody");
        raise("The kiln is cold");
        assertThat(proposals.again(handover, OPERATIONS)).isZero();
        assertThat(traces.of(handover, 10)).isEmpty();
        assertThat(ledger.of(handover).none()).isTrue();
    }

    @Test
    void anOldIncidentIsComparedAgainAndADebtBeyondItsToleranceReopensTheException() {
        var handover = live(true);
        var incident = raise("The gate answers to anybody");
        assertThat(traces.of(handover, 10)).isEmpty();
        marks.mark(handover, CauseKind.WAIVER, "security", Map.of("components", "", "tags", "gate"), MANAGER);
        assertThat(proposals.again(handover, MANAGER)).isEqualTo(1);
        assertThat(proposals.again(handover, MANAGER)).isZero();
        assertThatThrownBy(() ->
                        traces.withdraw(handover, trace(handover, incident).id(), "No", MANAGER))
                .isInstanceOf(Refusal.Conflict.class);
        confirm(handover, incident, OPERATIONS);
        assertThat(reporting.standing(handover).beyond()).isFalse();
        var before = issues.count(project);
        advance(Duration.ofMinutes(1_440));
        reporting.look(handover);
        assertThat(reporting.standing(handover).beyond())
                .as("just what is tolerated")
                .isFalse();
        advance(Duration.ofMinutes(1));
        reporting.look(handover);
        reporting.look(handover);
        assertThat(reporting.standing(handover).beyond()).isTrue();
        assertThat(issues.count(project)).isEqualTo(before + 1);
        assertThat(mails(handover, "beyond")).isEqualTo(2);
        assertThat(timeline.of(handover)).extracting(TimelineEvent::kind).contains("DEBT_EXCEEDED", "DEBT_REOPENED");
        assertThat(ledger.of(handover).cost()).isEqualTo(new BigDecimal("1441.00"));
    }

    private WorkItemNumber live(boolean waived) {
        var handover = handovers
                .request(project, Map.of("service", service, "scope", "The oven, without its sensors"), MANAGER)
                .number();
        complete(handover, "planHandover", MANAGER, Map.of("goLiveOn", day(40).toString(), "earlyLifeDays", "20"));
        handovers.criteria(handover).stream()
                .filter(one -> one.key().equals("security"))
                .forEach(one -> {
                    if (waived) {
                        waive(one.id());
                    } else {
                        criteria.show(one.id(), Map.of("text", "Reviewed"), MANAGER);
                    }
                });
        handovers.criteria(handover).stream()
                .filter(one -> one.need() == Need.MUST && one.missing())
                .forEach(one -> waive(one.id()));
        complete(handover, "acceptService", OPERATIONS, Map.of("verdict", "accept", "reason", "All is shown"));
        complete(handover, "goLive", MANAGER, Map.of("verdict", "live", "reason", "Since this morning"));
        return handover;
    }

    private void waive(long criterion) {
        criteria.waive(
                criterion,
                Map.of("reason", "Shown in spring", "owner", "ines.castro", "expiresOn", day(30).toString()),
                OPERATIONS);
    }

    private void complete(WorkItemNumber handover, String key, Actor by, Map<String, String> values) {
        var task = inbox.of(handover).stream()
                .filter(one -> one.endedAt() == null && one.key().equals(key))
                .findFirst()
                .orElseThrow();
        inbox.complete(task.id(), by, values);
    }

    private WorkItemNumber raise(String title) {
        return incidents
                .raise(new RaiseIncident(title, "", Rating.LOW, Rating.LOW, service, "a test"), ENGINEER)
                .number();
    }

    private void resolve(WorkItemNumber incident) {
        incidents.resolve(incident, ENGINEER, "It works again");
    }

    private void confirm(WorkItemNumber handover, WorkItemNumber incident, Actor by) {
        traces.confirm(handover, trace(handover, incident).id(), "The finding was known", by);
    }

    private Trace trace(WorkItemNumber handover, WorkItemNumber incident) {
        return traces.of(handover, 10).stream()
                .filter(one -> one.incident().equals(incident))
                .findFirst()
                .orElseThrow();
    }

    private List<WorkItemNumber> proposed(WorkItemNumber handover) {
        return traces.of(handover, 10).stream()
                .filter(one -> one.status() == Trace.Status.PROPOSED)
                .map(Trace::incident)
                .toList();
    }

    private int mails(WorkItemNumber handover, String what) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select count(*) from outbox where unique_key like ?",
                Integer.class,
                "%s/%s/%%".formatted(handover, what)));
    }
}
