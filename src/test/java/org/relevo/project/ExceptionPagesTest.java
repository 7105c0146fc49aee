package org.relevo.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.project.exception.ExceptionReports;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.relevo.support.Visitors;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages and the API of exception reports, as people and programs see them. */
@IntegrationTest
class ExceptionPagesTest {

    private static final Actor INES =
            new Actor("ines.castro", Actor.Kind.PERSON, Set.of(Role.PROJECT_MANAGER), Set.of());

    @Autowired
    Visitors visitors;

    @Autowired
    ProjectDesk desk;

    @Autowired
    Milestones milestones;

    @Autowired
    ExceptionReports reports;

    @Autowired
    SettableClock clock;

    @Autowired
    ProjectTolerances tolerances;

    @Test
    void aReportIsWrittenSubmittedReturnedAndDecidedOnItsPage() {
        var report = demanded();
        var page = "/exceptions/" + report;
        var ines = visitors.signedIn("ines.castro");
        var shown = ines.get(page).page();
        assertThat(shown.select("h1").text()).contains(report.value(), "Kiln");
        assertThat(shown.select("#CAUSE textarea").text()).contains("Racks run", "no oven");
        assertThat(shown.select("#options li")).hasSize(1);
        var missing = ines.submit(page + "/submit", Map.of());
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.page().select("#options .problem").text()).isNotBlank();
        var wrong = ines.submit(page + "/options", Map.of("title", "Rent", "days", "soon", "cost", "dear"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select("#option-days").val()).isEqualTo("soon");
        assertThat(wrong.page().select("#options details[open] .problem")).hasSize(2);
        ines.submit(page + "/options", Map.of("title", "Rent", "days", "2", "cost", "4000.50", "recommended", "true"));
        ines.submit(page + "/sections/RECOMMENDATION", Map.of("version", "0", "text", "Rent <b>racks</b>"));
        var late = ines.submit(page + "/sections/RECOMMENDATION", Map.of("version", "0", "text", "Mine"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.page().select("#text-RECOMMENDATION").text()).isEqualTo("Mine");
        assertThat(ines.submit(page + "/submit", Map.of()).location()).endsWith(page + "?saved");
        assertThat(ines.submit(page + "/submit", Map.of()).status()).isEqualTo(409);

        var clara = visitors.signedIn("clara.brandt");
        var asked = clara.get(page).page();
        assertThat(asked.select("form[action$=/decision] input[name=option]")).hasSize(3);
        assertThat(asked.select("#RECOMMENDATION").text()).contains("Rent <b>racks</b>");
        assertThat(asked.select("#RECOMMENDATION textarea")).isEmpty();
        var unsaid = clara.submit(page + "/decision", Map.of("option", "CLOSE", "reason", " "));
        assertThat(unsaid.page().select("input[value=CLOSE]").hasAttr("checked"))
                .isTrue();
        clara.submit(page + "/return", Map.of("reason", "How long?"));
        assertThat(ines.get(page).page().text()).contains("How long?");
        ines.submit(page + "/submit", Map.of());
        var option = reports.content(report).options().get(0).id();
        clara.submit(page + "/decision", Map.of("option", String.valueOf(option), "reason", "We wait"));
        var decided = clara.get(page).page();
        assertThat(decided.select("#decision").text()).contains("We wait");
        assertThat(decided.select("#size").val()).isEqualTo("30");
        clara.submit(page + "/tolerance", Map.of("size", "35"));
        assertThat(clara.get(page).page().select("form[action$=/tolerance]")).isEmpty();
    }

    @Test
    void whoeverDoesNotLeadTheProjectOnlyReads() {
        var report = demanded();
        var reader = visitors.signedIn("jonas.weber");
        var page = reader.get("/exceptions/" + report).page();
        assertThat(page.select("main form")).isEmpty();
        assertThat(reader.submit("/exceptions/" + report + "/submit", Map.of()).status())
                .isEqualTo(403);
        var project = reports.get(report).project();
        assertThat(reader.get("/projects/" + project + "/exceptions").page().select("#exceptions tbody tr"))
                .hasSize(1);
        assertThat(reader.get("/incidents/" + report).location()).endsWith("/exceptions/" + report);
        assertThat(reader.get("/exceptions/" + report + "/diagram.json")
                        .json()
                        .at("/active/0")
                        .asString())
                .isEqualTo("writeException");
        var listed = reader.get("/api/v1/exceptions?status=WRITING&project=" + project)
                .json();
        assertThat(listed.at("/items/0/number").asString()).isEqualTo(report.value());
        assertThat(reader.get("/api/v1/exceptions/" + report)
                        .json()
                        .at("/content/texts/CAUSE/text")
                        .asString())
                .contains("no oven");
    }

    @Test
    void aProjectWithoutExceptionsSaysWhenThereWillBeOne() {
        var ines = visitors.signedIn("ines.castro");
        assertThat(ines.get("/projects/gatehouse/exceptions").page().select("#exceptions .empty"))
                .hasSize(1);
    }

    private WorkItemNumber demanded() {
        var key = "k" + UUID.randomUUID().toString().substring(0, 8);
        desk.create(new ProjectForm(key, "Kiln", "", "ines.castro", "clara.brandt", "EUR", "UTC", day(0)), INES);
        var id = milestones.add(key, "Racks run", "", day(100), INES);
        var sponsor = new Actor("clara.brandt", Actor.Kind.PERSON, Set.of(Role.VIEWER), Set.of());
        tolerances.set(key, "TIME", "", "10", "AMOUNT", "The fair", sponsor);
        milestones.move(key, id, "FORECAST", day(130), "no oven", INES);
        return reports.find(key, null, 0, 1).get(0).number();
    }

    private String day(int days) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .plusDays(days)
                .toString();
    }
}
