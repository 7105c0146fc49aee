package org.relevo.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relevo.inbox.Inbox;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.project.ProjectDesk;
import org.relevo.project.ProjectForm;
import org.relevo.service.ServiceCatalogue;
import org.relevo.service.ServiceForm;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.relevo.support.Visitor;
import org.relevo.support.Visitors;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** The pages and the API of handovers, as people and programs see them. */
@IntegrationTest
class HandoverPagesTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final Actor INES =
            new Actor("ines.castro", Actor.Kind.PERSON, Set.of(Role.PROJECT_MANAGER), Set.of());
    private static final Actor ADMIN = new Actor("admin", Actor.Kind.PERSON, Set.of(Role.ADMIN), Set.of());

    @Autowired
    Visitors visitors;

    @Autowired
    ProjectDesk projects;

    @Autowired
    ServiceCatalogue catalogue;

    @Autowired
    Handovers handovers;

    @Autowired
    Inbox inbox;

    @Autowired
    SettableClock clock;

    private String project = "";
    private String service = "";

    @BeforeEach
    void begin() {
        var key = UUID.randomUUID().toString().substring(0, 8);
        project = "p" + key;
        service = "s" + key;
        projects.create(
                new ProjectForm(project, "Kiln", "", "ines.castro", "clara.brandt", "EUR", "UTC", day(-20)), INES);
        catalogue.create(
                ADMIN, new ServiceForm(service, "Kiln control " + key, "", "gold", "ops", "marta.ruiz", "", "", ""));
    }

    private String day(int from) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .plusDays(from)
                .toString();
    }

    private String requested(Visitor ines) {
        var sent = ines.submit(
                "/projects/" + project + "/handovers", Map.of("service", service, "scope", "The control of the kiln"));
        assertThat(sent.status()).isEqualTo(302);
        return "/handovers/" + handovers.open(service).orElseThrow().number();
    }

    private Criterion criterion(String page, String key) {
        var number = new WorkItemNumber(page.substring(page.lastIndexOf('/') + 1));
        return handovers.criteria(number).stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aProjectAsksForAHandoverAndWhatItTypesIsKept() {
        var ines = visitors.signedIn("ines.castro");
        var empty = ines.get("/projects/" + project + "/handovers").page();
        assertThat(empty.select("#handovers .empty").text()).isNotBlank();
        var wrong = ines.submit(
                "/projects/" + project + "/handovers", Map.of("service", service, "scope", " ", "team", "nobody"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select("#service option[selected]").val()).isEqualTo(service);
        assertThat(wrong.page().select("details[open] .problem")).hasSize(2);
        var page = requested(ines);
        var again =
                ines.submit("/projects/" + project + "/handovers", Map.of("service", service, "scope", "Once more"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.page().select("#scope").text()).isEqualTo("Once more");
        assertThat(ines.get("/handovers").page().select("#handovers a[href=" + page + "]"))
                .hasSize(1);
        assertThat(ines.get(page.replace("/handovers/", "/incidents/")).location())
                .endsWith(page);
        assertThat(ines.get(page + "/diagram.json").json().at("/active/0").asString())
                .isEqualTo("planHandover");
    }

    @Test
    void criteriaAreShownAssignedWaivedAndPlannedOnThePage() {
        var ines = visitors.signedIn("ines.castro");
        var page = requested(ines);
        assertThat(ines.submit(page + "/plan", Map.of("goLiveOn", "soon", "earlyLifeDays", "0"))
                        .status())
                .isEqualTo(422);
        ines.submit(page + "/plan", Map.of("goLiveOn", day(40), "earlyLifeDays", "20"));
        var shown = ines.get(page).page();
        assertThat(shown.select("#gate.late").text()).contains("A restore was done");
        var restore = criterion(page, "restore");
        var unsafe = ines.submit(
                page + "/criteria/" + restore.id() + "/evidence",
                Map.of("text", "Restored in 40 minutes", "link", "javascript:alert(1)"));
        assertThat(unsafe.status()).isEqualTo(422);
        assertThat(unsafe.page().select("#text-" + restore.id()).text()).isEqualTo("Restored in 40 minutes");
        for (var press = 0; press < 2; press++) {
            ines.submit(
                    page + "/criteria/" + restore.id() + "/evidence",
                    Map.of("text", "Restored <b>fast</b>", "link", "https://wiki.example/restore"));
        }
        assertThat(criterion(page, "restore").evidence()).hasSize(1);
        var met = ines.get(page).page().select("#criterion-" + restore.id());
        assertThat(met.select(".chip.ok")).hasSize(1);
        assertThat(met.text()).contains("Restored <b>fast</b>");
        var evidence = criterion(page, "restore").evidence().get(0).id();
        ines.submit(
                page + "/criteria/" + restore.id() + "/evidence/" + evidence + "/withdraw",
                Map.of("reason", "Another system"));
        assertThat(criterion(page, "restore").met()).isFalse();
        ines.submit(page + "/criteria/" + restore.id() + "/assign", Map.of("owner", "jonas.weber", "dueOn", day(9)));
        assertThat(criterion(page, "restore").owner()).isEqualTo("jonas.weber");

        var marta = visitors.signedIn("marta.ruiz");
        assertThat(ines.get(page).page().select("form[action$=/waiver]")).isEmpty();
        var late = marta.submit(
                page + "/criteria/" + restore.id() + "/waiver",
                Map.of("reason", "The tapes come later", "owner", "ines.castro", "expiresOn", day(-1)));
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.page().select("#why-" + restore.id()).text()).isEqualTo("The tapes come later");
        marta.submit(
                page + "/criteria/" + restore.id() + "/waiver",
                Map.of("reason", "The tapes come later", "owner", "ines.castro", "expiresOn", day(30)));
        assertThat(ines.get(page).page().select("#criterion-" + restore.id() + " .chip.warn"))
                .hasSize(1);
        assertThat(marta.submit(page + "/criteria/" + restore.id() + "/waiver/end", Map.of())
                        .location())
                .endsWith("?saved");
        assertThat(marta.submit(page + "/criteria/" + restore.id() + "/waiver/end", Map.of())
                        .status())
                .isEqualTo(409);
    }

    @Test
    void whoeverHasNothingToDoWithItOnlyReads() {
        var ines = visitors.signedIn("ines.castro");
        var page = requested(ines);
        var priya = visitors.signedIn("priya.nair");
        assertThat(priya.get(page).page().select("main form")).isEmpty();
        var rota = criterion(page, "rota").id();
        for (var verb : Set.of(
                "/plan",
                "/roll-back",
                "/drills",
                "/criteria/" + rota + "/assign",
                "/criteria/" + rota + "/evidence",
                "/criteria/" + rota + "/waiver")) {
            assertThat(priya.submit(
                                    page + verb,
                                    Map.of(
                                            "title",
                                            "x",
                                            "reason",
                                            "x",
                                            "text",
                                            "x",
                                            "owner",
                                            "ines.castro",
                                            "dueOn",
                                            day(1),
                                            "goLiveOn",
                                            day(1),
                                            "earlyLifeDays",
                                            "3",
                                            "expiresOn",
                                            day(2)))
                            .status())
                    .as(verb)
                    .isEqualTo(403);
        }
        // a criterion is reached by its own handover only
        assertThat(ines.submit(page + "/criteria/999999/evidence", Map.of("text", "x"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aDrillIsRaisedAndTheServiceGivenBack() {
        var ines = visitors.signedIn("ines.castro");
        var page = requested(ines);
        assertThat(ines.submit(page + "/drills", Map.of("title", " ")).status()).isEqualTo(422);
        ines.submit(page + "/drills", Map.of("title", "The burner does not light"));
        assertThat(ines.get(page).page().select("#drills a")).hasSize(1);
        assertThat(ines.submit(page + "/roll-back", Map.of("reason", "")).status())
                .isEqualTo(422);
        ines.submit(page + "/roll-back", Map.of("reason", "The kiln is sold"));
        var over = ines.get(page).page();
        assertThat(over.text()).contains("The kiln is sold");
        assertThat(over.select("main form")).isEmpty();
        var api = ines.get("/api/v1" + page).json();
        assertThat(api.at("/handover/status").asString()).isEqualTo("ROLLED_BACK");
        assertThat(api.at("/signatures/0/verdict").asString()).isEqualTo("ROLLED_BACK");
    }

    @Test
    void noClickPathOfAnyRolePassesAGateThatIsShut() {
        var page = requested(visitors.signedIn("ines.castro"));
        var number = new WorkItemNumber(page.substring(page.lastIndexOf('/') + 1));
        var everything = Map.of(
                "verdict",
                "accept",
                "reason",
                "Now",
                "goLiveOn",
                day(1),
                "earlyLifeDays",
                "1",
                "text",
                "Done",
                "status",
                "OPERATIONAL");
        var machine = visitors.machine();
        for (var who : Set.of("ines.castro", "marta.ruiz", "clara.brandt", "jonas.weber", "admin")) {
            var visitor = visitors.signedIn(who);
            for (var verb : Set.of("/plan", "/look", "/accept", "/go-live", "/finish", "")) {
                visitor.submit(page + verb, everything);
                machine.postJson("/api/v1" + page + verb, JSON.writeValueAsString(everything));
            }
            for (var task : inbox.of(number)) {
                // whoever may may plan; nobody has a task that passes the gate
                assertThat(task.key()).isIn("planHandover", "showEvidence", "closeGaps");
            }
            assertThat(handovers.get(number).status()).as(who).isIn(HandoverStatus.PLANNING, HandoverStatus.PREPARING);
        }
    }
}
