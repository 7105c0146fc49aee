package org.relevo.handover.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relevo.handover.Criteria;
import org.relevo.handover.Criterion;
import org.relevo.handover.Handovers;
import org.relevo.handover.knowledge.Knowledge;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.project.ProjectDesk;
import org.relevo.project.ProjectForm;
import org.relevo.service.ServiceCatalogue;
import org.relevo.service.ServiceForm;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.relevo.support.Visitors;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.beans.factory.annotation.Autowired;

/** What a dossier says, on its page and on paper. */
@IntegrationTest
class DossierTest {

    private static final Actor INES = person("ines.castro", Role.PROJECT_MANAGER);
    private static final Actor MARTA = person("marta.ruiz", Role.SERVICE_MANAGER);
    private static final Actor ADMIN = person("admin", Role.ADMIN);
    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    @Autowired
    ProjectDesk projects;

    @Autowired
    ServiceCatalogue catalogue;

    @Autowired
    Handovers handovers;

    @Autowired
    Criteria criteria;

    @Autowired
    Knowledge knowledge;

    @Autowired
    Dossier dossier;

    @Autowired
    Visitors visitors;

    @Autowired
    SettableClock clock;

    private WorkItemNumber number = new WorkItemNumber("HO-1");

    private static Actor person(String name, Role role) {
        return new Actor(name, Actor.Kind.PERSON, Set.of(role), Set.of());
    }

    private String day(int from) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .plusDays(from)
                .toString();
    }

    @BeforeEach
    void begin() {
        var key = UUID.randomUUID().toString().substring(0, 8);
        projects.create(
                new ProjectForm("p" + key, "Kiln", "", "ines.castro", "clara.brandt", "EUR", "UTC", day(-20)), INES);
        catalogue.create(
                ADMIN, new ServiceForm("s" + key, "Kiln control " + key, "", "gold", "ops", "marta.ruiz", "", "", ""));
        number = handovers
                .request("p" + key, Map.of("service", "s" + key, "scope", "The burner\nwithout <b>sensors</b>"), INES)
                .number();
    }

    private Criterion criterion(String key) {
        return handovers.criteria(number).stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private String printed(String language, int first, int last) throws Exception {
        try (var document = Loader.loadPDF(dossier.print(number, Locale.forLanguageTag(language), MADRID))) {
            var stripper = new PDFTextStripper();
            stripper.setStartPage(first);
            stripper.setEndPage(last);
            return stripper.getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void sectionsWithoutAnythingSaySo() throws Exception {
        assertThat(printed("en", 1, 1)).contains("Handover dossier " + number, "Kiln control", "The burner", "1 / ");
        assertThat(printed("en", 1, 99))
                .contains(
                        "not planned yet",
                        "Nothing is waived.",
                        "No agreement with customers, teams or suppliers is valid today.",
                        "Nothing has moved: what is open moves when the service goes live.",
                        "No session was arranged.",
                        "Nobody has signed yet.",
                        "Times are those of Europe/Madrid");
    }

    @Test
    void eachSectionSaysWhatIsKnown() throws Exception {
        handovers.plan(number, Map.of("goLiveOn", day(40), "earlyLifeDays", "20"), INES);
        criteria.show(
                criterion("security").id(),
                Map.of("text", "Reviewed <i>twice</i>", "link", "https://wiki.example/review"),
                INES);
        criteria.waive(
                criterion("restore").id(),
                Map.of("reason", "The tapes come later", "owner", "ines.castro", "expiresOn", day(30)),
                MARTA);
        knowledge.arrange(
                number,
                Map.of(
                        "topic", "Restart of the burner",
                        "agenda", "Fan, alarms",
                        "startsAt", day(2) + "T10:00",
                        "zone", "UTC",
                        "minutes", "60",
                        "trainer", "ines.castro",
                        "receivers", "jonas.weber"),
                INES);
        knowledge.need(
                number, Map.of("person", "jonas.weber", "topic", "The fan of the kiln", "neededBy", day(9)), INES);
        handovers.rollBack(number, "The kiln is sold", INES);
        var english = printed("en", 1, 99);
        assertThat(english)
                .contains(
                        "without <b>sensors</b>",
                        "Criteria and evidence",
                        "The rota has no gap",
                        "Reviewed <i>twice</i>",
                        "https://wiki.example/review",
                        "The tapes come later",
                        "Service owner",
                        "On call at",
                        "Targets per priority",
                        "P1 Response",
                        "Restart of the burner",
                        "Jonas Weber: invited",
                        "The fan of the kiln",
                        "rolled back",
                        "The kiln is sold");
        assertThat(english).containsPattern("CES?T");
        assertThat(printed("es", 1, 99))
                .contains(
                        "Dosier de traspaso",
                        "Exenciones",
                        "Firmas",
                        "devuelto",
                        "The kiln is sold",
                        "Jonas Weber: convocado",
                        "Las horas son las de Europe/Madrid");
    }

    @Test
    void whoeverIsSignedInReadsThePageAndThePaper() {
        var priya = visitors.signedIn("priya.nair");
        var page = priya.get("/handovers/" + number + "/dossier");
        assertThat(page.page().select("#dossier h2")).hasSize(8);
        assertThat(page.page().select("main form")).isEmpty();
        assertThat(page.page().select("#dossier").text()).contains("Nobody has signed yet.");
        var paper = priya.get("/handovers/" + number + "/dossier.pdf");
        assertThat(paper.status()).isEqualTo(200);
        assertThat(paper.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(priya.get("/handovers/HO-999999/dossier.pdf").status()).isEqualTo(404);
    }
}
