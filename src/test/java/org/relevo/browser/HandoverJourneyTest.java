package org.relevo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.service.ServiceCatalogue;
import org.relevo.service.ServiceForm;
import org.springframework.beans.factory.annotation.Autowired;

/** A service on its way from a project to operations, as the project manager and the service manager live through it. */
class HandoverJourneyTest extends Journey {

    private static final String OPEN = "#criteria li:has(details form[action$='/waiver']):has(.chip.late)";

    @Autowired
    ServiceCatalogue catalogue;

    private final String key = "kiln" + UUID.randomUUID().toString().substring(0, 6);

    @Test
    void fromTheRequestToOperational() {
        catalogue.create(
                new Actor("admin", Actor.Kind.PERSON, Set.of(Role.ADMIN), Set.of()),
                new ServiceForm(key, "Kiln " + key, "", "bronze", "ops", "marta.ruiz", "", "", ""));
        String handover;
        try (var first = context(1400, 900, ColorScheme.LIGHT, true);
                var second = context(1400, 900, ColorScheme.DARK, true)) {
            var manager = signedIn(first, "ines.castro");
            handover = ask(manager);
            var operations = signedIn(second, "marta.ruiz");
            operations.navigate(address("/handovers/" + handover));
            waiveWhatMustBe(operations);
            assertThat(operations.locator("#gate.warn")).isVisible();
            assertUsable(operations);
            decide(operations, handover, "accept", "The rest follows");
            decide(manager, handover, "live", "Since this morning");
            manager.navigate(address("/handovers/" + handover));
            assertThat(manager.locator("header .chip").first()).hasText("soporte inicial");
            sayThatUsersWork(operations, handover);
            clock.advance(Duration.ofDays(6));
        }
        // nobody stays signed in for a week
        try (var third = context(1400, 900, ColorScheme.LIGHT, true)) {
            var operations = signedIn(third, "marta.ruiz");
            sayThatUsersWork(operations, handover);
            clock.advance(Duration.ofDays(5));
        }
        try (var fourth = context(1400, 900, ColorScheme.LIGHT, true)) {
            var operations = signedIn(fourth, "marta.ruiz");
            decide(operations, handover, "accept", "It runs");
            operations.navigate(address("/handovers/" + handover));
            assertThat(operations.locator("header .chip").first()).hasText("operational");
            operations.navigate(address("/handovers/" + handover + "/early-life"));
            assertThat(operations.locator("#days tbody tr")).hasCount(10);
            assertUsable(operations);
        }
        assertThat(complaints).isEmpty();
    }

    private void sayThatUsersWork(Page page, String handover) {
        page.navigate(address("/handovers/" + handover + "/early-life"));
        page.check("#statements [name=workable][value=true]");
        page.fill("#said", "Asked the shift leads");
        page.locator("#statements button").click();
        page.waitForURL("**/early-life?saved");
        assertThat(page.locator("#statements li")).not().hasCount(0);
        assertUsable(page);
    }

    private String ask(Page page) {
        page.navigate(address("/projects/new"));
        page.fill("[name=key]", key);
        page.fill("[name=name]", "Kiln");
        page.fill("[name=manager]", "ines.castro");
        page.fill("[name=sponsor]", "clara.brandt");
        page.fill("[name=currency]", "EUR");
        page.fill("[name=zone]", "UTC");
        page.fill("[name=startsOn]", day(0));
        page.locator("main form button.go").first().click();
        page.waitForURL("**/projects/" + key + "?saved");
        page.locator("nav.tabs a[href$='/handovers']").click();
        page.locator("main > details > summary").click();
        page.locator("#service").selectOption(key);
        page.fill("#scope", "The control of the kiln, without its sensors");
        page.locator("main > details button.go").click();
        page.waitForURL("**/handovers/HO-*");
        var handover = page.url().substring(page.url().lastIndexOf('/') + 1);
        task(page, handover);
        page.fill("[name$='goLiveOn']", day(30));
        page.fill("[name$='earlyLifeDays']", "10");
        page.locator("form[action*='/complete'] button.go").click();
        page.waitForLoadState();
        page.navigate(address("/handovers/" + handover));
        assertThat(page.locator("#gate.late")).isVisible();
        assertUsable(page);
        return handover;
    }

    private void waiveWhatMustBe(Page page) {
        for (var left = page.locator(OPEN).count(); left > 0; left--) {
            var criterion = page.locator(OPEN).first();
            criterion.locator("details:has(form[action$='/waiver']) summary").click();
            criterion.locator("form[action$='/waiver'] [name=reason]").fill("Shown next month");
            criterion.locator("form[action$='/waiver'] [name=expiresOn]").fill(day(30));
            criterion.locator("form[action$='/waiver'] button").click();
            page.waitForURL("**?saved");
            assertThat(page.locator(OPEN)).hasCount(left - 1);
        }
    }

    private void decide(Page page, String handover, String verdict, String reason) {
        task(page, handover);
        page.locator("select[name$='verdict']").selectOption(verdict);
        page.fill("[name$='reason']", reason);
        page.locator("form[action*='/complete'] button.go").click();
        page.waitForLoadState();
    }

    private void task(Page page, String handover) {
        page.navigate(address("/inbox?q=" + handover));
        page.locator("main a[href*='/inbox/']").first().click();
    }

    private String day(int days) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .plusDays(days)
                .toString();
    }
}
