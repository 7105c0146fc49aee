package org.relevo.rca.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.rca.Actions;
import org.relevo.rca.RcaWriting;
import org.relevo.rca.Rcas;
import org.relevo.rca.Section;
import org.relevo.support.Analyses;
import org.relevo.support.IntegrationTest;
import org.relevo.support.Visitor;
import org.relevo.support.Visitors;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages and the API of analyses and actions, as people and machines see them. */
@IntegrationTest
class RcaPagesTest {

    private static final Actor LENA =
            new Actor("lena.hoffmann", Actor.Kind.PERSON, Set.of(Role.AGENT), Set.of("mes-support"));

    @Autowired
    Analyses analyses;

    @Autowired
    Rcas rcas;

    @Autowired
    RcaWriting writing;

    @Autowired
    Actions actions;

    @Autowired
    Visitors visitors;

    @Test
    void thePageShowsStateClocksTasksDocumentAndWhatItLinksTo() {
        var rca = analyses.demanded();
        var jonas = visitors.signedIn("jonas.weber");
        var page = jonas.get("/rcas/" + rca).page();
        assertThat(page.select("h1").text()).contains(rca.value(), "Paint shop stands still");
        assertThat(page.select(".fuse")).hasSize(2);
        assertThat(page.select("a[href^=/inbox/]").text()).isEqualTo("Write the analysis");
        var quotation = page.select(".quote a").first();
        assertThat(page.select(quotation.attr("href"))).hasSize(1);
        assertThat(page.select("a[href=/incidents/" + rcas.get(rca).incident() + "]"))
                .isNotEmpty();
        assertThat(jonas.get("/incidents/" + rca).location()).isEqualTo("/rcas/" + rca);
        assertThat(jonas.get("/rcas?q=" + rca).page().select("tbody tr")).hasSize(1);
        assertThat(jonas.get("/inbox?tab=teams&q=" + rca).body()).contains("Write the analysis");
    }

    @Test
    void whoeverSavesSecondIsToldAndKeepsWhatTheyTyped() {
        var rca = analyses.demanded();
        var jonas = visitors.signedIn("jonas.weber");
        writing.edit(rca, Section.LUCK, 1, "It was a Sunday", LENA);
        var refused = jonas.submit("/rcas/" + rca + "/sections/LUCK", Map.of("version", "1", "text", "My long story"));
        assertThat(refused.status()).isEqualTo(409);
        var form = refused.page().select("#LUCK");
        assertThat(form.select("textarea[name=text]").text()).isEqualTo("My long story");
        assertThat(form.select("textarea[readonly]").text()).isEqualTo("It was a Sunday");
        var version = form.select("input[name=version]").attr("value");
        var saved =
                jonas.submit("/rcas/" + rca + "/sections/LUCK", Map.of("version", version, "text", "My long story"));
        assertThat(saved.location()).isEqualTo("/rcas/%s/edit#LUCK".formatted(rca));
        assertThat(rcas.content(rca).text(Section.LUCK)).isEqualTo("My long story");
    }

    @Test
    void whatIsMissingBeforeTheReviewIsToldOnThePage() {
        var rca = analyses.demanded();
        var refused = visitors.signedIn("jonas.weber").submit("/rcas/" + rca + "/submit", Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("[role=alert]").text()).contains("root cause", "ends without evidence");
    }

    @Test
    void anActionIsPlannedDoneAndListedByWhatIsDueFirst() {
        var rca = analyses.demanded();
        var jonas = visitors.signedIn("jonas.weber");
        var wrong = jonas.submit("/rcas/" + rca + "/actions", Map.of("title", "Renew", "owner", "", "days", "5"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select("#action-title").attr("value")).isEqualTo("Renew");
        jonas.submit("/rcas/" + rca + "/actions", Map.of("title", "Renew", "owner", "lena.hoffmann", "days", "5"));
        var action =
                actions.find(new Actions.Filter(true, null, rca.value()), 0, 10).get(0);
        jonas.submit("/rcas/" + rca + "/actions", Map.of("title", "Watch it", "owner", "lena.hoffmann", "days", "1"));
        assertThat(jonas.get("/actions?q=" + rca).page().select("tbody tr b").eachText())
                .containsExactly("Watch it", "Renew");
        assertThat(jonas.get("/actions?sort=age&q=" + rca)
                        .page()
                        .select("tbody tr b")
                        .eachText())
                .containsExactly("Renew", "Watch it");
        var list = jonas.get("/actions?q=" + rca).page();
        assertThat(list.select("tbody tr").text()).contains(action.number().value(), "Renew", "Lena Hoffmann");
        assertThat(list.select(".kpi").text()).contains("minutes were preventable");
        assertThat(jonas.get("/actions/" + action.number()).location())
                .isEqualTo("/rcas/%s#%s".formatted(rca, action.number()));
        var done = visitors.signedIn("lena.hoffmann")
                .submit("/actions/" + action.number() + "/done", Map.of("note", "Renewed"));
        assertThat(done.status()).isEqualTo(302);
        assertThat(jonas.get("/rcas/" + rca)
                        .page()
                        .select("#" + action.number())
                        .text())
                .contains("being watched", "Renewed");
    }

    @Test
    void aReviewerApprovesAndReadsThePdfAndTheChanges() {
        var rca = analyses.demanded();
        analyses.write(rca, LENA);
        rcas.submit(rca, LENA);
        var marta = visitors.signedIn("marta.ruiz");
        assertThat(marta.submit("/rcas/" + rca + "/comments", Map.of("text", "Well found"))
                        .status())
                .isEqualTo(302);
        assertThat(marta.submit("/rcas/" + rca + "/approve", Map.of()).status()).isEqualTo(302);
        var page = marta.get("/rcas/" + rca).page();
        assertThat(page.select("#comments").text()).contains("Well found");
        assertThat(page.select("form[action$=/approve]")).isEmpty();
        var pdf = marta.get("/rcas/" + rca + "/rca.pdf");
        assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(pdf.body()).startsWith("%PDF-");
        assertThat(marta.get("/rcas/" + rca + "/versions/0/1")
                        .page()
                        .select("ins")
                        .text())
                .contains("Nobody watched when the certificate expires");
        assertThat(marta.get("/rcas/" + rca + "/versions/7/8").status()).isEqualTo(404);
    }

    @Test
    void somebodyWithoutRightsReadsAndSeesNoButtons() {
        var rca = analyses.demanded();
        var clara = visitors.signedIn("clara.brandt");
        var page = clara.get("/rcas/" + rca).page();
        assertThat(page.select("main form")).isEmpty();
        assertThat(clara.get("/rcas/" + rca + "/edit").status()).isEqualTo(403);
    }

    @Test
    void theApiTellsWritesAndReviewsAnAnalysis() {
        var rca = analyses.demanded();
        var machine = visitors.machine();
        var told = machine.get("/api/v1/rcas/" + rca).json();
        assertThat(told.get("status").asString()).isEqualTo("DRAFTING");
        assertThat(told.get("reasons").get(0).get("because").asString()).isEqualTo("it was a P1");
        var written = machine.putJson(
                "/api/v1/rcas/" + rca + "/sections/ROOT_CAUSE", "{\"version\": 1, \"text\": \"Nobody watched\"}");
        assertThat(written.status()).isEqualTo(200);
        assertThat(machine.putJson(
                                "/api/v1/rcas/" + rca + "/sections/ROOT_CAUSE", "{\"version\": 1, \"text\": \"Late\"}")
                        .status())
                .isEqualTo(409);
        var why = told.get("whys").get(0).get("id").asLong();
        var event = rcas.content(rca).events().get(0).id();
        machine.postJson(
                "/api/v1/rcas/" + rca + "/whys",
                "{\"parent\": %d, \"text\": \"It expired\", \"points\": \"%d\"}".formatted(why, event));
        assertThat(machine.postJson("/api/v1/rcas/" + rca + "/submit", "{}")
                        .json()
                        .get("status")
                        .asString())
                .isEqualTo("REVIEW");
        assertThat(machine.postJson("/api/v1/rcas/" + rca + "/approve", "{}").status())
                .isEqualTo(403);
        assertThat(machine.get("/api/v1/work-items?type=rca")
                        .json()
                        .get("total")
                        .asInt())
                .isPositive();
        assertThat(machine.get("/api/v1/work-items/" + rca).json().get("tasks").size())
                .isEqualTo(2);
        assertThat(machine.get("/api/v1/rcas?status=review").json().get("total").asInt())
                .isPositive();
        assertThat(machine.get("/api/v1/actions").json().has("preventableMinutes"))
                .isTrue();
    }

    @Test
    void skippingTakesAReasonAndASecondPerson() {
        var rca = analyses.demanded();
        var jonas = visitors.signedIn("jonas.weber");
        assertThat(jonas.submit("/rcas/" + rca + "/skip", Map.of("reason", " ")).status())
                .isEqualTo(422);
        jonas.submit("/rcas/" + rca + "/skip", Map.of("reason", "It was a drill"));
        assertThat(jonas.get("/rcas/" + rca).page().select(".notice.warn").text())
                .contains("It was a drill");
        assertThat(jonas.submit("/rcas/" + rca + "/skip/agree", Map.of()).status())
                .isEqualTo(403);
        Visitor marta = visitors.signedIn("marta.ruiz");
        assertThat(marta.submit("/rcas/" + rca + "/skip/agree", Map.of()).status())
                .isEqualTo(302);
        assertThat(skipped(rca)).isEqualTo("marta.ruiz");
    }

    private String skipped(WorkItemNumber rca) {
        var skip = rcas.get(rca).skip();
        return skip == null ? "" : String.valueOf(skip.agreedBy());
    }
}
