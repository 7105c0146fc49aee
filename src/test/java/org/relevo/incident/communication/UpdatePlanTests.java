package org.relevo.incident.communication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relevo.commitment.Commitment;
import org.relevo.commitment.Commitments;
import org.relevo.escalation.Escalation;
import org.relevo.escalation.Escalations;
import org.relevo.incident.Incidents;
import org.relevo.rules.Metric;
import org.relevo.rules.Priority;
import org.relevo.rules.UpdateAudience;
import org.relevo.service.ServiceCatalogue;
import org.relevo.service.ServiceForm;
import org.relevo.service.Services;
import org.relevo.support.Cases;
import org.relevo.support.DueWork;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class UpdatePlanTests {

    @Autowired
    Audiences audiences;

    @Autowired
    ServiceCatalogue catalogue;

    @Autowired
    Services services;

    @Autowired
    Commitments commitments;

    @Autowired
    Escalations escalations;

    @Autowired
    Incidents incidents;

    @Autowired
    Cases cases;

    @Autowired
    DueWork dueWork;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void aServiceWhoseUsersWait() {
        for (var key : List.of("canteen", "car-park")) {
            if (services.find(key).isEmpty()) {
                catalogue.create(
                        Cases.TEST,
                        new ServiceForm(key, key, "", "silver", "workplace", "marta.ruiz", "marta.ruiz", "", ""));
            }
        }
        audiences.save(
                Cases.TEST,
                "canteen",
                UpdateAudience.USERS,
                new AudienceForm("en", "", "workplace", "canteen@example.org"));
        audiences.save(Cases.TEST, "car-park", UpdateAudience.USERS, new AudienceForm("en", "", "", ""));
    }

    @Test
    void aP1OwesTheFirstUpdateOfTheShortestRow() {
        var incident = cases.raise(Priority.P1, "canteen");
        assertThat(next(incident.number()).orElseThrow().dueAt(clock.instant()))
                .contains(incident.raisedAt().plus(Duration.ofMinutes(30)));
    }

    @Test
    void nobodyWaitsForNewsOfAP3OrOfAServiceWithoutAudiences() {
        assertThat(next(cases.raise(Priority.P3, "canteen").number())).isEmpty();
        assertThat(next(cases.raise(Priority.P1, "car-park").number())).isEmpty();
    }

    @Test
    void anAudienceThatIsSetUpWhileAnIncidentIsOpenWaitsFromThenOn() {
        var incident = cases.raise(Priority.P1, "car-park");
        clock.advance(Duration.ofMinutes(10));
        audiences.save(
                Cases.TEST, "car-park", UpdateAudience.MANAGEMENT, new AudienceForm("es", "clara.brandt", "", ""));
        assertThat(next(incident.number()).orElseThrow().startedAt()).isEqualTo(clock.instant());
        audiences.save(Cases.TEST, "car-park", UpdateAudience.MANAGEMENT, new AudienceForm("es", "", "", ""));
    }

    @Test
    void anotherPriorityHasAnotherPlanAndTheTimeUsedStays() {
        var incident = cases.raise(Priority.P2, "canteen");
        clock.advance(Duration.ofMinutes(20));
        cases.rate(incident.number(), Priority.P1);
        var now = next(incident.number()).orElseThrow();
        assertThat(now.dueAt(clock.instant())).contains(incident.raisedAt().plus(Duration.ofMinutes(30)));
        cases.rate(incident.number(), Priority.P3);
        assertThat(next(incident.number())).isEmpty();
        cases.rate(incident.number(), Priority.P1);
        assertThat(next(incident.number()).orElseThrow().startedAt())
                .as("nobody waited before")
                .isEqualTo(clock.instant());
    }

    @Test
    void noUpdateIsOwedAfterTheResolution() {
        var incident = cases.raise(Priority.P1, "canteen");
        incidents.resolve(incident.number(), Cases.TEST, "Swapped the switch");
        assertThat(next(incident.number())).isEmpty();
    }

    @Test
    void anUpdateThatIsMissedIsEscalated() {
        var incident = cases.raise(Priority.P1, "canteen");
        incidents.acknowledge(incident.number(), Cases.TEST, "in a test");
        dueWork.after(Duration.ofMinutes(22));
        assertThat(due(incident.number())).isEmpty();
        dueWork.after(Duration.ofMinutes(1));
        assertThat(due(incident.number())).hasSize(1);
        dueWork.after(Duration.ofMinutes(7));
        assertThat(due(incident.number()).get(0).steps())
                .extracting(Escalation.Step::level)
                .containsExactly(1, 2);
        incidents.resolve(incident.number(), Cases.TEST, "Swapped the switch");
    }

    private List<Escalation> due(WorkItemNumber number) {
        return escalations.of(number).stream()
                .filter(one -> one.policy().equals("update due"))
                .toList();
    }

    private Optional<Commitment> next(WorkItemNumber number) {
        return commitments.of(number).stream()
                .filter(one -> one.metric() == Metric.UPDATE && one.running())
                .findFirst();
    }
}
