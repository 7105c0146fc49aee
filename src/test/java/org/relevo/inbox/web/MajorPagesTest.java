package org.relevo.inbox.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.relevo.incident.Incidents;
import org.relevo.rules.Priority;
import org.relevo.support.Cases;
import org.relevo.support.IntegrationTest;
import org.relevo.support.Visitors;
import org.relevo.workitem.State;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItems;
import org.springframework.beans.factory.annotation.Autowired;

/** A service manager makes an incident a P1, an engineer resolves it, and it does not last. */
@IntegrationTest
class MajorPagesTest {

    @Autowired
    Cases cases;

    @Autowired
    Incidents incidents;

    @Autowired
    WorkItems workItems;

    @Autowired
    Visitors visitors;

    @Test
    void whatARuleProposesTheServiceManagerAcceptsOnThePage() {
        var item = cases.raise(Priority.P2);
        var manager = visitors.signedIn("marta.ruiz");
        var page = manager.get("/incidents/" + item.number()).page();
        assertThat(page.select(".notice").text()).contains("May be a P1. impact high on a service of tier gold");
        assertThat(visitors.signedIn("jonas.weber")
                        .get("/incidents/" + item.number())
                        .page()
                        .select("form[action$=/major/accept]"))
                .as("an engineer reads it, and does not decide")
                .isEmpty();
        assertThat(manager.submit("/incidents/%s/major/accept".formatted(item.number()), Map.of())
                        .status())
                .isEqualTo(302);
        assertThat(now(item).priority()).isEqualTo(Priority.P1);
        assertThat(manager.get("/incidents/" + item.number())
                        .page()
                        .select(".notice")
                        .text())
                .doesNotContain("May be a P1");
        assertThat(manager.submit("/incidents/%s/major/accept".formatted(item.number()), Map.of())
                        .status())
                .as("clicked twice")
                .isEqualTo(409);
    }

    @Test
    void aPriorityGivenByHandNeedsAReasonAndKeepsWhatWasTyped() {
        var item = cases.raise(Priority.P3);
        var manager = visitors.signedIn("marta.ruiz");
        var address = "/incidents/%s/priority".formatted(item.number());
        assertThat(manager.get(address)
                        .page()
                        .select("select[name=priority] option")
                        .eachText())
                .containsExactly("choose", "P1", "P2", "P4");
        var refused = manager.submit(address, Map.of("priority", "", "because", "The plant stands"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("[name=because]").val()).isEqualTo("The plant stands");
        assertThat(refused.page().select(".problem").text()).contains("Choose the priority");
        manager.submit(address, Map.of("priority", "P1", "because", "The plant stands"));
        assertThat(now(item).priority()).isEqualTo(Priority.P1);
    }

    @Test
    void aResolutionIsConfirmedOrOpenedAgain() {
        var item = cases.raise(Priority.P1);
        incidents.resolve(item.number(), Cases.TEST, "restarted");
        var engineer = visitors.signedIn("jonas.weber");
        var page = engineer.get("/incidents/" + item.number()).page();
        assertThat(page.select(".notice.ok").text()).contains("Without an objection it closes");
        assertThat(page.select("form[action$=/confirm]")).isEmpty();
        var address = "/incidents/%s/reopen".formatted(item.number());
        assertThat(visitors.signedIn("clara.brandt").get(address).status())
                .as("who may not reopen it is shown no form")
                .isEqualTo(403);
        var refused = engineer.submit(address, Map.of("because", "It stands again"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("[name=because]").val()).isEqualTo("It stands again");
        engineer.submit(address, Map.of("worked", "yes", "because", "It stands again"));
        assertThat(now(item).state()).isEqualTo(State.ACKNOWLEDGED);
        incidents.resolve(item.number(), Cases.TEST, "restarted again");
        visitors.signedIn("marta.ruiz").submit("/incidents/%s/confirm".formatted(item.number()), Map.of());
        assertThat(now(item).state()).isEqualTo(State.CLOSED);
    }

    @Test
    void programsDoTheSame() {
        var item = cases.raise(Priority.P3);
        incidents.resolve(item.number(), Cases.TEST, "restarted");
        var machine = visitors.machine();
        var address = "/api/v1/incidents/%s/reopen".formatted(item.number());
        assertThat(machine.postJson(address, "{\"because\":\"again\"}").body()).contains("worked", "true or false");
        assertThat(machine.postJson(address, "{\"worked\":true,\"because\":\"again\"}")
                        .body())
                .contains("ACKNOWLEDGED");
    }

    private WorkItem now(WorkItem item) {
        return workItems.find(item.number()).orElseThrow();
    }
}
