package org.relevo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.flowable.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.relevo.inbox.Inbox;
import org.relevo.people.Actor;
import org.relevo.people.PeopleRegister;
import org.relevo.people.PersonForm;
import org.relevo.people.Role;
import org.relevo.rules.Priority;
import org.relevo.support.Cases;
import org.relevo.workitem.WorkItem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An admin gives the process of P1 incidents a step more, somebody else approves it, and running incidents move to it. */
class DesignerJourneyTest extends Journey {

    private static final String KEY = "p1-incident";
    private static final String STEP = "Tell the plant manager";
    private static final Actor ENGINEER =
            new Actor("engineer", Actor.Kind.PERSON, Set.of(Role.AGENT), Set.of("mes-support"));

    @Autowired
    Cases cases;

    @Autowired
    Inbox inbox;

    @Autowired
    PeopleRegister register;

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void forget() {
        repository.createProcessDefinitionQuery().processDefinitionKey(KEY).list().stream()
                .filter(one -> one.getVersion() > 1)
                .forEach(one -> repository.deleteDeployment(one.getDeploymentId(), true));
        jdbc.sql("delete from process_release where process_key = ?").param(KEY).update();
        jdbc.sql("delete from process_draft where process_key = ?").param(KEY).update();
        jdbc.sql("delete from process_move where process_key = ?").param(KEY).update();
    }

    @Test
    void aStepIsAddedApprovedAndDeployedAndFiveRunningIncidentsMoveToIt() {
        var running = Stream.generate(() -> cases.raise(Priority.P1)).limit(5).toList();
        var owed = owed(running);
        try (var first = context(1500, 950, ColorScheme.LIGHT, true);
                var second = context(1400, 900, ColorScheme.DARK, true)) {
            var author = signedIn(first, "admin");
            var draft = drawn(author);
            approved(signedIn(second, reviewer()), draft);
            deployed(author, draft);
            newCaseHasTheStep();
            moved(author, running);
        }
        assertThat(owed(running)).isEqualTo(owed);
        running.forEach(this::comesToTheStep);
        assertThat(complaints).isEmpty();
    }

    private String drawn(Page page) {
        page.navigate(address("/processes?q=" + KEY));
        page.locator("main form[action$='/processes/" + KEY + "/draft'] button").click();
        page.waitForURL("**/processes/drafts/*");
        var draft = page.url().replaceAll(".*/", "");
        var begun = System.nanoTime();
        page.locator("header a.btn.go").click();
        var flow = page.locator(".djs-container [data-element-id=joinToConfirm] .djs-hit")
                .first();
        assertThat(page.locator(".djs-container [data-element-id=confirmRestoration]")
                        .first())
                .isVisible();
        System.out.printf(
                "The editor shows p1-incident %d ms after it was asked for, in a browser that sees it first%n",
                (System.nanoTime() - begun) / 1_000_000);
        page.locator(".djs-palette [data-action='create.user-task']").click();
        var box = flow.boundingBox();
        page.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
        page.mouse().move(box.x + box.width / 2 + 1, box.y + box.height / 2);
        page.mouse().click(box.x + box.width / 2 + 1, box.y + box.height / 2);
        page.keyboard().press("Escape");
        page.locator("[data-entry-id=name]").locator("input, textarea").fill(STEP);
        page.fill("#field-candidateGroups", "SUPPORT_GROUP");
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-entry-id=candidateGroups] .label")).hasCount(1);
        page.keyboard().press("Control+s");
        assertThat(page.locator(".designer:not(.unsaved)")).isVisible();
        page.navigate(address("/processes/drafts/" + draft));
        assertThat(page.locator("main")).containsText("It can be deployed");
        page.fill("#reason", "The plant manager wants to know first");
        page.locator("form[action$='/submit'] button.go").click();
        page.waitForLoadState();
        return draft;
    }

    private void approved(Page page, String draft) {
        page.navigate(address("/processes/drafts/" + draft));
        assertThat(page.locator("main")).containsText(STEP);
        assertUsable(page);
        page.locator("button[formaction$='/approve']").click();
        page.waitForLoadState();
        assertThat(page.locator("header .chip.ok")).isVisible();
    }

    private void deployed(Page page, String draft) {
        page.navigate(address("/processes/drafts/" + draft));
        page.locator("form[action$='/deploy'] button").click();
        page.waitForLoadState();
        page.navigate(address("/processes/" + KEY + "/versions"));
        assertThat(page.locator("main tbody tr")).hasCount(2);
        assertUsable(page);
    }

    private void newCaseHasTheStep() {
        comesToTheStep(cases.raise(Priority.P1));
    }

    private void moved(Page page, List<WorkItem> running) {
        page.navigate(address("/processes/" + KEY + "/migration"));
        running.forEach(one ->
                assertThat(page.locator("main")).containsText(one.number().value()));
        assertUsable(page);
        page.locator("form[action$='/migration'] button.go").click();
        page.waitForURL("**/migration/*");
        dueWork.now();
        assertThat(page.locator("#move .chip.ok").first()).isVisible();
        assertThat(keptApart(running)).isEmpty();
        running.forEach(one -> assertThat(page.locator(
                                "#move tr",
                                new Page.LocatorOptions()
                                        .setHasText(one.number().value()))
                        .locator(".chip.ok"))
                .isVisible());
        assertUsable(page);
    }

    /** Of these cases, what is kept of each that was not moved. */
    private List<Map<String, Object>> keptApart(List<WorkItem> running) {
        return jdbc.sql("select * from process_move_case where work_item in (:numbers) and state <> 'MOVED'")
                .param(
                        "numbers",
                        running.stream().map(one -> one.number().value()).toList())
                .query()
                .listOfRows();
    }

    private void comesToTheStep(WorkItem incident) {
        for (var key : List.of("acknowledgeIncident", "restoreService", "findRootCause", "holdCrisisMeeting")) {
            var task = inbox.of(incident.number()).stream()
                    .filter(one -> one.endedAt() == null && one.key().equals(key))
                    .findFirst()
                    .orElseThrow();
            inbox.claim(task.id(), ENGINEER);
            inbox.complete(
                    task.id(),
                    ENGINEER,
                    switch (key) {
                        case "restoreService" -> java.util.Map.of("workaroundText", "Standby", "permanent", "false");
                        case "findRootCause" -> java.util.Map.of("rootCause", "Certificate", "certainty", "proven");
                        case "holdCrisisMeeting" -> java.util.Map.of("findings", "Broker", "anotherMeeting", "false");
                        default -> java.util.Map.<String, String>of();
                    });
        }
        assertThat(inbox.of(incident.number()))
                .filteredOn(one -> one.endedAt() == null)
                .extracting(one -> one.name())
                .containsExactly(STEP);
    }

    private List<String> owed(List<WorkItem> incidents) {
        return jdbc.sql("""
                        select work_item || ' ' || metric || ' ' || state || ' ' || due_at from commitment
                        where work_item in (:numbers) order by work_item, id""")
                .param(
                        "numbers",
                        incidents.stream().map(one -> one.number().value()).toList())
                .query(String.class)
                .list();
    }

    private String reviewer() {
        var name = "approves-processes";
        if (register.all().stream().noneMatch(one -> one.person().username().equals(name))) {
            register.create(
                    Actor.system("test"),
                    new PersonForm(
                            name,
                            name,
                            name + "@example.org",
                            "UTC",
                            "en",
                            "",
                            Set.of("PROCESS_ADMIN"),
                            Set.of(),
                            true,
                            "relevo-demo"));
        }
        return name;
    }
}
