package org.relevo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

/** A crisis as those live through it who work on it and who lead it, from the alert until the incident is closed. */
class CrisisJourneyTest extends Journey {

    @Test
    void fromTheAlertOverTheCrisisRoomToTheClosedIncidentAndItsAnalysis() {
        var number = alert("journey-whole-crisis", "firing");
        dueWork.now();
        var onCall = people.onCall("mes-support", clock.instant()).orElseThrow().username();
        try (var first = context(1400, 900, ColorScheme.LIGHT, true);
                var second = context(1400, 900, ColorScheme.DARK, true)) {
            var engineer = signedIn(first, onCall);
            acknowledge(engineer, number);
            dueWork.now();
            work(engineer, number);

            var lead = signedIn(second, "marta.ruiz");
            meet(lead, number);
            inform(lead, number);

            restore(engineer, number);
            lead.navigate(address("/incidents/" + number));
            lead.locator("form[action$='/confirm'] button").click();
            assertThat(lead.locator("form[action$='/confirm']")).hasCount(0);
            assertThat(state(number)).isEqualTo("CLOSED");
            lead.navigate(address("/rcas"));
            assertThat(lead.locator("main").filter(having(number))).isVisible();
        }
        assertThat(complaints).isEmpty();
    }

    private void acknowledge(Page page, String number) {
        open(page, number);
        page.locator("button[formaction*='/claim']").first().click();
        page.locator("form[action*='/complete'] button.go").click();
        page.waitForLoadState();
        assertThat(state(number)).isEqualTo("ACKNOWLEDGED");
    }

    /** What the engineers find out and do stands in the room: a role, a hypothesis with evidence, a workaround. */
    private void work(Page page, String number) {
        page.navigate(address("/incidents/" + number + "/crisis"));
        page.locator("form[action$='/crisis/roles/TECHNICAL_LEAD'] button")
                .first()
                .click();
        assertThat(page.locator("#role-TECHNICAL_LEAD button[name=vacate]")).hasCount(1);
        page.fill("#hypothesis", "The message broker ran full");
        page.locator("#new-hypothesis button").click();
        var stated = page.locator("#hypotheses article").filter(having("The message broker ran full"));
        stated.locator("summary").first().click();
        stated.locator("textarea[name=evidence]").fill("Its disk is at 100 %");
        stated.locator("button[name=supports][value=true]").click();
        assertThat(page.locator("#hypotheses")).containsText("Its disk is at 100 %");
        page.locator("#workarounds summary").first().click();
        page.fill("#workaround", "Old messages are moved away by hand");
        page.locator("form[action$='/crisis/workarounds'] button").click();
        assertThat(page.locator("#workarounds")).containsText("Old messages are moved away by hand");
    }

    /** The meeting that the process has called takes place: what it decides is written down, and it ends. */
    private void meet(Page page, String number) {
        page.navigate(address("/incidents/" + number + "/crisis"));
        page.locator("#meetings li a").first().click();
        assertThat(page.locator("#agenda-text")).not().isEmpty();
        page.fill("#decisions-text", "The line runs on the second broker tonight");
        page.locator("form[action$='/decisions'] button").click();
        assertThat(page.locator("main")).containsText("The line runs on the second broker tonight");
        page.locator("form[action$='/end'] button").click();
        assertThat(page.locator("form[action$='/end']")).hasCount(0);
    }

    /** The users of the service are told how it stands, with a draft of what has changed. */
    private void inform(Page page, String number) {
        audience(page, "line-leads@plant.example");
        page.navigate(address("/incidents/" + number + "/communication"));
        page.locator("button[name=step][value=send]").click();
        assertThat(page.locator("[role=status]").first()).isVisible();
        dueWork.now();
        audience(page, "");
        page.navigate(address("/mail"));
        assertThat(page.locator("main")).containsText("line-leads@plant.example");
    }

    private void audience(Page page, String addresses) {
        page.navigate(address("/services/paint-shop-mes/audiences"));
        page.fill("#addresses-USERS", addresses);
        page.locator("form[action$='/audiences/users'] button.go").click();
        assertThat(page.locator("[role=status]").first()).isVisible();
    }

    private void restore(Page page, String number) {
        page.navigate(address("/incidents/" + number));
        page.locator("details.drop summary").first().click();
        page.fill("#summary", "The broker has a larger disk");
        page.locator("details.drop form[action$='/resolve'] button").click();
        assertThat(page.locator("details.drop form[action$='/resolve']")).hasCount(0);
        assertThat(state(number)).isEqualTo("RESOLVED");
    }
}
