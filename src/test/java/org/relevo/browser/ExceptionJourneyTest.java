package org.relevo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Servers that come late, as the project manager and the sponsor live through it, until the sponsor has decided. */
class ExceptionJourneyTest extends Journey {

    private final String project = "hall" + UUID.randomUUID().toString().substring(0, 6);

    @Test
    void fromLateServersOverTheExceptionReportToTheSponsorsDecision() {
        try (var first = context(1400, 900, ColorScheme.LIGHT, true);
                var second = context(1400, 900, ColorScheme.DARK, true)) {
            var manager = signedIn(first, "ines.castro");
            plan(manager);
            var sponsor = signedIn(second, "clara.brandt");
            allow(sponsor);
            slip(manager);
            var report = write(manager);
            dueWork.now();
            decide(sponsor, report);
            sponsor.navigate(address("/exceptions/" + report));
            assertThat(sponsor.locator("#decision")).containsText("The fair does not wait");
            assertUsable(sponsor);
        }
        assertThat(complaints).isEmpty();
    }

    /** A project of a hundred days, whose servers are needed by its last milestone. */
    private void plan(Page page) {
        page.navigate(address("/projects/new"));
        page.fill("[name=key]", project);
        page.fill("[name=name]", "Server hall");
        page.fill("[name=manager]", "ines.castro");
        page.fill("[name=sponsor]", "clara.brandt");
        page.fill("[name=currency]", "EUR");
        page.fill("[name=zone]", "UTC");
        page.fill("[name=startsOn]", day(0));
        page.locator("main form button.go").first().click();
        page.waitForURL("**/projects/" + project + "?saved");
        page.locator("#milestones details summary").last().click();
        page.fill("#milestone-name", "Servers run");
        page.fill("#milestone-baseline", day(100));
        page.locator("form[action$='/milestones'] button").click();
        page.navigate(address("/projects/" + project + "/money"));
        page.locator("#deliveries details summary").last().click();
        page.fill("#delivery-supplier", "Nordrack");
        page.fill("#delivery-item", "Ten servers");
        page.fill("#delivery-amount", "80000");
        page.fill("#delivery-promised", day(90));
        page.locator("#delivery-milestone")
                .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("Servers run"));
        page.locator("form[action$='/deliveries'] button").click();
        assertThat(page.locator("#deliveries tbody")).containsText("Ten servers");
    }

    /** The sponsor allows five days, and so decides where they do not suffice. */
    private void allow(Page page) {
        page.navigate(address("/projects/" + project));
        page.locator("form[action$='/tolerances']")
                .locator("xpath=ancestor::details")
                .locator("summary")
                .click();
        page.fill("#tolerance-size", "5");
        page.locator("#tolerance-unit").selectOption("AMOUNT");
        page.fill("#tolerance-reason", "The fair is fixed");
        page.locator("form[action$='/tolerances'] button").click();
        page.waitForLoadState();
    }

    /** The supplier moves its promise behind the milestone. */
    private void slip(Page page) {
        page.locator("form[action$='/promises']")
                .locator("xpath=ancestor::details")
                .locator("summary")
                .click();
        page.locator("form[action$='/promises'] [name=promised]").fill(day(130));
        page.locator("form[action$='/promises'] [name=reason]").fill("no power supplies");
        page.locator("form[action$='/promises'] button").click();
        page.waitForURL("**?saved");
    }

    private String write(Page page) {
        page.locator("nav.tabs a[href$='/exceptions']").click();
        page.locator("#exceptions tbody a").first().click();
        assertThat(page.locator("#text-CAUSE")).hasValue(java.util.regex.Pattern.compile("no power supplies"));
        assertUsable(page);
        page.locator("#options > details summary").click();
        page.fill("#option-title", "Rent servers until ours come");
        page.fill("#option-days", "5");
        page.fill("#option-cost", "12000");
        page.locator("#options > details [name=recommended]").check();
        page.locator("#options > details button.go").click();
        assertThat(page.locator("#options")).containsText("Rent servers until ours come");
        page.fill("#text-RECOMMENDATION", "Rent: the fair needs the hall.");
        page.locator("#RECOMMENDATION button").first().click();
        page.waitForURL("**?saved");
        page.locator("header form[action$='/submit'] button").click();
        assertThat(page.locator("header form[action$='/submit']")).hasCount(0);
        return page.locator("h1 span").first().textContent();
    }

    private void decide(Page page, String report) {
        page.navigate(address("/inbox?q=" + report));
        page.locator("main a[href*='/inbox/']").first().click();
        page.locator("select[name$='verdict']").selectOption("option");
        page.fill("[name$='option']", "B");
        page.fill("[name$='reason']", "The fair does not wait");
        page.locator("form[action*='/complete'] button.go").click();
        page.waitForLoadState();
        assertThat(state(report)).isEqualTo("CLOSED");
    }

    private String day(int days) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .plusDays(days)
                .toString();
    }
}
