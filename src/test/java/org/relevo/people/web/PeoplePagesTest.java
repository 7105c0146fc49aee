package org.relevo.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.relevo.support.IntegrationTest;
import org.relevo.support.Visitors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class PeoplePagesTest {

    @Autowired
    Visitors visitors;

    @Autowired
    JdbcClient jdbc;

    @Test
    void thePageShowsWhoIsOnCallNowAndWhoIsNext() {
        var page = visitors.signedIn("marta.ruiz").get("/people").page();
        var row = page.select("tr:contains(MES support)").text();
        assertThat(row).contains("Lena Hoffmann").contains("Tomas Novak").contains("08:00 (Europe/Madrid)");
    }

    @Test
    void anAdministratorEntersAPersonWhoCanSignIn() {
        var admin = visitors.signedIn("admin");
        var reply = admin.submit("/people", newcomer("kim.sorensen"));
        assertThat(reply.location()).endsWith("/people/kim.sorensen?saved");
        assertThat(admin.get("/people/kim.sorensen").page().select("#name").val())
                .isEqualTo("Kim Sorensen");
        assertThat(visitors.signedIn("kim.sorensen", "long enough")
                        .get("/people")
                        .status())
                .isEqualTo(200);
        assertThat(jdbc.sql("select by_whom || details from audit_event where subject = 'kim.sorensen'")
                        .query(String.class)
                        .single())
                .startsWith("admin")
                .contains("AGENT")
                .doesNotContain("long enough");
    }

    @Test
    void whatIsWrongIsSaidBesideItsFieldAndWhatWasTypedIsKept() {
        var typed = newcomer("No Username");
        typed.put("mail", "nobody");
        typed.put("password", "short");
        typed.put("zone", "Mars/Olympus");
        var reply = visitors.signedIn("admin").submit("/people", typed);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().select("#username-problem").text()).contains("lower-case");
        assertThat(reply.page().select("#mail-problem").text()).contains("mail address");
        assertThat(reply.page().select("#password-problem").text()).contains("8 characters");
        assertThat(reply.page().select("#zone-problem").text()).contains("Europe/Madrid");
        assertThat(reply.page().select("#username").val()).isEqualTo("No Username");
        assertThat(reply.page().select("#password").val()).isEmpty();
    }

    @Test
    void nobodyReportsToSomebodyWhoReportsToThem() {
        var reply = visitors.signedIn("admin")
                .submit(
                        "/people/clara.brandt",
                        Map.of(
                                "name",
                                "Clara Brandt",
                                "mail",
                                "clara.brandt@demo.relevo.invalid",
                                "zone",
                                "UTC",
                                "language",
                                "en",
                                "manager",
                                "jonas.weber",
                                "roles",
                                "VIEWER",
                                "enabled",
                                "true"));
        assertThat(reply.page().select("#manager-problem").text()).contains("jonas.weber reports to clara.brandt");
    }

    @Test
    void aTeamIsMadeWithItsRota() {
        var reply = visitors.signedIn("admin")
                .submit(
                        "/teams",
                        Map.of(
                                "key",
                                "database",
                                "name",
                                "Databases",
                                "zone",
                                "Europe/Madrid",
                                "rotaFrom",
                                "2026-02-23",
                                "handoverAt",
                                "09:00",
                                "rota",
                                "priya.nair\ndavid.moreno"));
        assertThat(reply.location()).endsWith("/people?saved");
        assertThat(visitors.signedIn("admin")
                        .get("/people")
                        .page()
                        .select("tr:contains(Databases)")
                        .text())
                .contains("09:00 (Europe/Madrid)");
        jdbc.sql("delete from team where key = 'database'").update();
    }

    @Test
    void aServiceIsEntered() {
        var marta = visitors.signedIn("marta.ruiz");
        var reply = marta.submit(
                "/services",
                Map.of(
                        "key",
                        "plant-wifi",
                        "name",
                        "Plant Wi-Fi",
                        "description",
                        "Scanners use it.",
                        "tier",
                        "silver",
                        "team",
                        "workplace",
                        "owner",
                        "marta.ruiz",
                        "managers",
                        "marta.ruiz"));
        assertThat(reply.location()).endsWith("/services/plant-wifi?saved");
        assertThat(marta.get("/services").page().text()).contains("Plant Wi-Fi").contains("Workplace and access");
        jdbc.sql("delete from service where key = 'plant-wifi'").update();
        jdbc.sql("delete from service_manager where service = 'plant-wifi'").update();
    }

    @Test
    void aTokenIsShownOnceAndWorks() {
        var admin = visitors.signedIn("admin");
        var token = admin.submit("/settings/tokens", Map.of("name", "from the page", "scopes", "api"))
                .page()
                .select("#token")
                .text();
        assertThat(token).hasSize(32);
        assertThat(visitors.machine(token).get("/v3/api-docs").status()).isEqualTo(200);
        assertThat(admin.get("/settings").body()).doesNotContain(token).contains("from the page");
    }

    @Test
    void theDemoOrganisationIsNotRemovedWithoutAConfirmation() {
        var reply = visitors.signedIn("admin").submit("/settings/demo/remove", Map.of());
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().select("[role=alert]").text()).contains("confirm");
    }

    @Test
    void whoReadsSpanishSeesSpanish() {
        var page = visitors.anonymous()
                .with("Accept-Language", "es")
                .get("/sign-in")
                .page();
        assertThat(page.select("h1").text()).isEqualTo("Iniciar sesión en Relevo");
    }

    @Test
    void noPageNeedsInlineScriptsOrStyles() {
        var admin = visitors.signedIn("admin");
        for (var path : new String[] {
            "/people",
            "/people/new",
            "/people/admin",
            "/teams/ops",
            "/teams/new",
            "/teams/mes-support",
            "/teams/mes-support/layers/2",
            "/teams/mes-support/layers/new",
            "/teams/mes-support/overrides/new",
            "/teams/mes-support/swaps/new",
            "/account",
            "/services",
            "/services/payments",
            "/projects",
            "/settings",
            "/sign-in"
        }) {
            var page = admin.get(path);
            assertThat(page.status()).as(path).isEqualTo(200);
            assertThat(page.page().select("[style], style, script:not([src]), [onclick], [onchange], [onsubmit]"))
                    .as(path)
                    .isEmpty();
            assertThat(page.body()).as(path).doesNotContain("??");
        }
    }

    private static Map<String, String> newcomer(String username) {
        return new HashMap<>(Map.of(
                "username",
                username,
                "name",
                "Kim Sorensen",
                "mail",
                "kim@example.org",
                "zone",
                "Europe/Madrid",
                "language",
                "en",
                "manager",
                "marta.ruiz",
                "roles",
                "AGENT",
                "teams",
                "ops",
                "enabled",
                "true",
                "password",
                "long enough"));
    }
}
