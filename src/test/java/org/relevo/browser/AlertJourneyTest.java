package org.relevo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.relevo.support.Analyses;
import org.springframework.beans.factory.annotation.Autowired;

/** What a newcomer does with Relevo, in a real browser under the real Content-Security-Policy. */
class AlertJourneyTest extends Journey {

    @Autowired
    Analyses analyses;

    @Test
    void fromAnAlertToAnAcknowledgedEscalationToTheResolvedIncident() {
        var number = alert("journey-1", "firing");
        var onCall = people.onCall("mes-support", clock.instant()).orElseThrow().username();
        dueWork.now();
        try (var context = context(1400, 900, ColorScheme.LIGHT, true)) {
            var page = signedIn(context, onCall);
            assertThat(page.locator("tr, li").filter(having(number)).first()).isVisible();
            page.navigate(address("/incidents/" + number));
            assertThat(page.locator("h1")).containsText("Paint shop MES down");
            assertThat(page.locator(".djs-container svg").first()).isVisible();
            assertThat(page.locator("[data-element-id=acknowledgeIncident].token-active"))
                    .isVisible();

            page.navigate(address("/mail"));
            page.locator("a").filter(having(number)).first().click();
            page.navigate(acknowledgeLink(page));
            assertThat(page.locator("h1")).containsText("Paint shop MES down");
            assertThat(state(number)).isEqualTo("NEW");
            page.locator("form button[type=submit]").click();
            assertThat(page.locator("[role=status]")).isVisible();
            assertThat(state(number)).isEqualTo("ACKNOWLEDGED");

            alert("journey-1", "resolved");
            page.navigate(address("/incidents/" + number));
            assertThat(page.locator("[data-element-id=restoreService].token-active"))
                    .isVisible();
            page.locator(".notice.ok form button").click();
            assertThat(page.locator("form[action$='/resolve']")).hasCount(0);
            assertThat(state(number)).isEqualTo("RESOLVED");
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void fromTheDemandForAnAnalysisToItsPdf() throws Exception {
        var rca = analyses.demanded();
        try (var first = context(1400, 900, ColorScheme.LIGHT, true);
                var second = context(1400, 900, ColorScheme.DARK, true)) {
            var jonas = signedIn(first, "jonas.weber");
            jonas.navigate(address("/rcas/" + rca + "/edit"));
            jonas.fill("#text-ROOT_CAUSE", "Nobody watched when the certificate expires");
            jonas.locator("#ROOT_CAUSE button.go").click();
            jonas.locator("#whys summary").first().click();
            var why = jonas.locator("#whys details[open]").first();
            why.locator("textarea").fill("The certificate had expired");
            why.locator("input[name=points]").fill(jonas.locator("code").first().innerText());
            why.locator("button").first().click();
            jonas.fill("#action-title", "Warn 30 days before it expires");
            jonas.selectOption("#action-owner", "lena.hoffmann");
            jonas.fill("#action-days", "5");
            jonas.locator("#actions form button.btn:not(.small)").click();
            assertThat(jonas.locator("#actions")).containsText("Warn 30 days before it expires");
            assertUsable(jonas);
            jonas.locator("form[action$='/submit'] button").click();
            assertThat(jonas.locator("[data-element-id=reviewRca].token-active"))
                    .isVisible();

            var marta = signedIn(second, "marta.ruiz");
            marta.navigate(address("/rcas/" + rca));
            marta.locator("form[action$='/approve'] button").click();
            assertThat(marta.locator("header .chip.ok")).isVisible();
            assertUsable(marta);
            var pdf = marta.request().get(address("/rcas/" + rca + "/rca.pdf"));
            try (var document = org.apache.pdfbox.Loader.loadPDF(pdf.body())) {
                assertThat(new org.apache.pdfbox.text.PDFTextStripper().getText(document))
                        .contains("Nobody watched when the certificate expires", "Warn 30 days before it expires");
            }
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void ofTwoColleaguesOneClaimsAndTheOtherReadsWho() {
        var number = alert("journey-2", "firing");
        var team = people.membersOf("mes-support").stream().toList();
        try (var first = context(1400, 900, ColorScheme.LIGHT, true);
                var second = context(1400, 900, ColorScheme.LIGHT, false)) {
            var his = open(signedIn(first, team.get(0).username()), number);
            var hers = open(signedIn(second, team.get(1).username()), number);
            his.locator("button[formaction*='/claim']").first().click();
            assertThat(his.locator("form[action*='/complete'] button.go")).isVisible();
            hers.locator("button[formaction*='/claim']").first().click();
            assertThat(hers.locator("[role=alert]")).containsText(team.get(0).name());
            his.locator("form[action*='/complete'] button.go").click();
            his.waitForLoadState();
            assertThat(state(number)).isEqualTo("ACKNOWLEDGED");
        }
    }

    @Test
    void anInboxLeftOpenShowsANewAlertByItself() {
        try (var context = context(1400, 900, ColorScheme.LIGHT, true)) {
            var page = signedIn(context, people.membersOf("mes-support").get(0).username());
            page.navigate(address("/inbox?tab=teams"));
            page.waitForTimeout(500);
            var number = alert("journey-live-" + clock.instant().toEpochMilli(), "firing");
            assertThat(page.locator("main").filter(having(number)))
                    .isVisible(new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                            .setTimeout(15_000));
        }
    }

    @Test
    void theCrisisRoomShowsWhatAColleagueDoesAndWhatOneTypesStays() {
        var number = alert("journey-crisis", "firing");
        try (var context = context(1400, 900, ColorScheme.LIGHT, true)) {
            var page = signedIn(context, people.membersOf("mes-support").get(0).username());
            page.navigate(address("/incidents/" + number + "/crisis"));
            assertThat(page.locator(".djs-container .spent").first()).isVisible();
            page.fill("#hypothesis", "Half a sentence");
            page.locator("#comment").focus();
            visitors.machine()
                    .postJson(
                            "/api/v1/incidents/" + number + "/crisis/hypotheses", "{\"text\": \"The broker is full\"}");
            assertThat(page.locator("#hypotheses h3").filter(having("The broker is full")))
                    .isVisible();
            assertThat(page.locator("#hypothesis")).hasValue("Half a sentence");
            assertThat(page.locator("#comment")).isFocused();
            page.locator("#hypothesis").press("Control+Enter");
            assertThat(page.locator("#hypotheses h3").filter(having("Half a sentence")))
                    .isVisible();
            assertThat(page.locator("#hypothesis")).hasValue("");
        }
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/inbox",
                "INCIDENT",
                "INCIDENT/crisis",
                "/incidents",
                "/incidents/new",
                "/services",
                "/projects",
                "/rules",
                "/processes",
                "/people",
                "/imports",
                "/mail",
                "/settings"
            })
    void onAPhoneNothingScrollsSidewaysAndNothingIsSqueezed(String path) {
        var number = alert("journey-phone", "firing");
        try (var context = administrator(390, 844, ColorScheme.LIGHT)) {
            var page = context.newPage();
            page.navigate(address(path.replace("INCIDENT", "/incidents/" + number)));
            var overflow =
                    page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertThat(((Number) overflow).intValue()).as(path).isLessThanOrEqualTo(0);
            var narrowest = page.evaluate(
                    "() => Math.min(390, ...[...document.querySelectorAll('main .panel')].filter(p => !p.closest('details:not([open])')).map(p => p.offsetWidth).filter(w => w > 0))");
            assertThat(((Number) narrowest).intValue()).as(path).isGreaterThan(250);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/inbox,LIGHT",
        "/inbox,DARK",
        "/incidents,LIGHT",
        "/incidents,DARK",
        "INCIDENT,LIGHT",
        "INCIDENT,DARK",
        "INCIDENT/crisis,LIGHT",
        "INCIDENT/crisis,DARK",
        "/people,LIGHT",
        "/rules,DARK",
        "/imports,LIGHT",
        "/incidents/new,DARK",
        "/settings,LIGHT",
        "/services,LIGHT"
    })
    void everybodyCanUseThePage(String path, ColorScheme scheme) {
        var number = alert("journey-3", "firing");
        try (var context = administrator(1400, 900, scheme)) {
            var page = context.newPage();
            page.navigate(address(path.replace("INCIDENT", "/incidents/" + number)));
            page.waitForLoadState();
            assertUsable(page);
        }
    }
}
