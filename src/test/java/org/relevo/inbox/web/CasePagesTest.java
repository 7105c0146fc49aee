package org.relevo.inbox.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.relevo.incident.Incidents;
import org.relevo.incident.RaiseIncident;
import org.relevo.people.Actor;
import org.relevo.rules.Rating;
import org.relevo.support.IntegrationTest;
import org.relevo.support.Visitor;
import org.relevo.support.Visitors;
import org.relevo.workitem.WorkItem;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class CasePagesTest {

    @Autowired
    Incidents incidents;

    @Autowired
    Visitors visitors;

    @Test
    void theFirstPageIsTheInbox() {
        assertThat(visitors.signedIn("jonas.weber").get("/").location()).endsWith("/inbox");
    }

    @Test
    void aTaskOfMyTeamIsShownWithItsClockItsFormAndWhyIHaveIt() {
        var incident = raise("Line 1 stands still");
        var page = taskPage(visitors.signedIn("jonas.weber"), incident);
        assertThat(page.select("tr:contains(%s) svg.fuse".formatted(incident.number())))
                .hasSize(1);
        assertThat(page.select("#detail h2").first().text()).isEqualTo("Acknowledge incident");
        assertThat(page.select("#detail").text())
                .contains("It waits for the team MES support, and you belong to it.")
                .contains("impact high × urgency high");
        assertThat(page.select("#detail button").eachText()).containsExactly("Claim");
    }

    @Test
    void whoClaimsSecondIsToldWhoHasIt() {
        var incident = raise("Line 2 stands still");
        var jonas = visitors.signedIn("jonas.weber");
        var lena = visitors.signedIn("lena.hoffmann");
        var claim = claimAddress(taskPage(jonas, incident));
        assertThat(jonas.submit(claim, Map.of()).status()).isEqualTo(302);
        var refused = lena.submit(claim, Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.page().select("[role=alert]").text()).contains("Jonas Weber");
        assertThat(refused.page().select("#detail").text()).contains("Jonas Weber claimed it");
    }

    @Test
    void aFormThatLacksSomethingComesBackWithTheProblemBesideItsFieldAndWhatWasEntered() {
        var incident = raise("Line 3 stands still");
        incidents.acknowledge(incident.number(), Actor.system("test"), "in a test");
        var jonas = visitors.signedIn("jonas.weber");
        var address = taskAddress(jonas, incident, "Find root cause");
        jonas.submit(address + "/claim", Map.of());
        var refused = jonas.submit(address + "/complete", Map.of("f.rootCause", "A worn <b>belt</b>"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#problem-certainty").text()).isEqualTo("How certain is required.");
        assertThat(refused.page().select("[name=f.certainty]").attr("aria-describedby"))
                .isEqualTo("problem-certainty");
        assertThat(refused.page().select("textarea[name=f.rootCause]").text()).isEqualTo("A worn <b>belt</b>");
        var done = jonas.submit(
                address + "/complete", Map.of("f.rootCause", "A worn belt", "f.certainty", "likely", "tab", "mine"));
        assertThat(done.status()).isEqualTo(302);
        assertThat(jonas.get("/inbox?tab=done").page().select("#tasks").text())
                .contains("Find root cause")
                .contains(incident.number().value());
    }

    @Test
    void anIncidentSaysHowItStandsWhyAndWhatHappensNext() {
        var incident = raise("Line 4 stands still");
        var page = visitors.signedIn("jonas.weber")
                .get("/incidents/" + incident.number())
                .page();
        assertThat(page.select("h1").text()).isEqualTo(incident.number() + " Line 4 stands still");
        assertThat(page.select("svg.fuse").eachAttr("aria-label"))
                .anySatisfy(label -> assertThat(label).startsWith("Response: 0 % used, due "))
                .anySatisfy(label -> assertThat(label).startsWith("Resolution: 0 % used, due "));
        assertThat(page.select("section:contains(What happens next) li").eachText())
                .anySatisfy(line -> assertThat(line).contains("Service manager is told: Response missed"));
        assertThat(page.select("section:contains(Why it stands like this)").text())
                .contains("impact high × urgency high");
        assertThat(page.select("#diagram").attr("data-tokens")).isEqualTo(address(incident) + "/diagram.json");
    }

    @Test
    void theDiagramAndItsTokensAreServed() {
        var incident = raise("Line 5 stands still");
        var jonas = visitors.signedIn("jonas.weber");
        assertThat(jonas.get(address(incident) + "/diagram.xml").body()).contains("<bpmndi:BPMNDiagram");
        assertThat(jonas.get(address(incident) + "/diagram.json")
                        .json()
                        .get("active")
                        .toString())
                .contains("acknowledgeIncident");
    }

    @Test
    void acknowledgingAndResolvingIsDoneOnThePage() {
        var incident = raise("Line 6 stands still");
        var jonas = visitors.signedIn("jonas.weber");
        assertThat(jonas.submit(address(incident) + "/acknowledge", Map.of()).status())
                .isEqualTo(302);
        var unsaid = jonas.submit(address(incident) + "/resolve", Map.of("summary", " "));
        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(unsaid.page().select("[role=alert]").text()).contains("what restored the service");
        jonas.submit(address(incident) + "/resolve", Map.of("summary", "Belt replaced"));
        var page = jonas.get(address(incident)).page();
        assertThat(page.select("header .chip").eachText()).contains("Resolved");
        assertThat(page.select(".timeline").text()).contains("Resolved: Belt replaced");
    }

    @Test
    void aViewerSeesAnIncidentButNoButtons() {
        var incident = raise("Line 7 stands still");
        var clara = visitors.signedIn("clara.brandt");
        assertThat(clara.get(address(incident)).page().select("main button[type=submit]"))
                .isEmpty();
        assertThat(clara.submit(address(incident) + "/acknowledge", Map.of()).status())
                .isEqualTo(403);
    }

    @Test
    void theListOfIncidentsIsNarrowedByItsFilters() {
        var incident = raise("Line 8 stands still");
        var jonas = visitors.signedIn("jonas.weber");
        assertThat(jonas.get("/incidents?q=Line+8&priority=P1&service=paint-shop-mes")
                        .page()
                        .select("tbody tr"))
                .hasSize(1);
        var none = jonas.get("/incidents?q=Line+8&priority=P4").page();
        assertThat(none.select(".empty").text()).contains("No incident matches");
        assertThat(jonas.get("/incidents?page=99999&state=nonsense").status()).isEqualTo(200);
        assertThat(incident.number()).isNotNull();
    }

    @Test
    void everybodyReadsTheirOwnLanguage() {
        var page = visitors.signedIn("david.moreno").get("/inbox").page();
        assertThat(page.select("html").attr("lang")).isEqualTo("es");
        assertThat(page.select("nav.frame a").eachText()).contains("Incidentes", "Procesos");
    }

    @Test
    void whatDoesNotExistIsSaidInTheFrameWithAWayOn() {
        var jonas = visitors.signedIn("jonas.weber");
        for (var path : new String[] {"/incidents/INC-999999", "/incidents/nonsense", "/inbox/nonsense", "/nothing"}) {
            var reply = jonas.get(path);
            assertThat(reply.status()).as(path).isEqualTo(404);
            assertThat(reply.page().select("h1").text()).as(path).isEqualTo("Nothing here");
            assertThat(reply.page().select("main a[href=/inbox]")).as(path).hasSize(1);
        }
    }

    private WorkItem raise(String title) {
        return incidents.raise(
                new RaiseIncident(title, "Seen in a test", Rating.HIGH, Rating.HIGH, "paint-shop-mes", "a test"),
                Actor.system("test"));
    }

    private static String address(WorkItem incident) {
        return "/incidents/" + incident.number();
    }

    private static Document taskPage(Visitor visitor, WorkItem incident) {
        return visitor.get(taskAddress(visitor, incident, "Acknowledge incident") + "?tab=teams&q=" + incident.number())
                .page();
    }

    private static String taskAddress(Visitor visitor, WorkItem incident, String task) {
        return visitor.get(address(incident))
                .page()
                .select("a[href^=/inbox/]:contains(%s)".formatted(task))
                .attr("href");
    }

    private static String claimAddress(Document page) {
        return page.select("button[formaction$=/claim]").attr("formaction");
    }
}
