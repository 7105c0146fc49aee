package org.relevo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.relevo.people.People;
import org.relevo.support.DueWork;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.relevo.support.Visitors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** A browser, people who sign in, and alerts that arrive. */
@IntegrationTest
@Tag("browser")
abstract class Journey {

    private static Chromium chromium;

    @Nullable
    private static String session;

    @Autowired
    Environment environment;

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    DueWork dueWork;

    @Autowired
    SettableClock clock;

    final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void launch() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    static void assertUsable(Page page) {
        var found = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .exclude(List.of(".djs-container"))
                .analyze();
        assertThat(found.getViolations().stream()
                        .map(v -> v.getId() + ": " + v.getNodes())
                        .toList())
                .isEmpty();
    }

    /** Signs in once for all pages that are only looked at. */
    BrowserContext administrator(int width, int height, ColorScheme scheme) {
        if (session == null) {
            try (var first = context(1400, 900, ColorScheme.LIGHT, true)) {
                signedIn(first, "admin");
                session = first.storageState();
            }
        }
        return chromium.browser.newContext(new Browser.NewContextOptions()
                .setStorageState(session)
                .setViewportSize(width, height)
                .setColorScheme(scheme));
    }

    BrowserContext context(int width, int height, ColorScheme scheme, boolean scripts) {
        return chromium.browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setJavaScriptEnabled(scripts));
    }

    Page signedIn(BrowserContext context, String username) {
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(address("/sign-in"));
        page.fill("[name=username]", username);
        page.fill("[name=password]", "relevo-demo");
        page.locator("form button[type=submit]").first().click();
        page.waitForURL("**/inbox**");
        page.navigate(address("/inbox?tab=teams"));
        return page;
    }

    Page open(Page page, String number) {
        page.navigate(address("/inbox?tab=teams&q=" + number));
        if (page.locator("button[formaction*='/claim']").count() == 0) {
            page.locator("main a[href*='/inbox/']").first().click();
        }
        assertThat(page.locator("button[formaction*='/claim']").first()).isVisible();
        return page;
    }

    static com.microsoft.playwright.Locator.FilterOptions having(String text) {
        return new com.microsoft.playwright.Locator.FilterOptions().setHasText(text);
    }

    /** The address of the button, as it stands in the mail's text. */
    static String acknowledgeLink(Page page) {
        var text = page.content();
        var from = text.indexOf("/acknowledge/");
        assertThat(from).as("the mail's link").isPositive();
        var token = text.substring(from, from + "/acknowledge/".length() + 32);
        return page.url().replaceAll("(https?://[^/]+).*", "$1") + token;
    }

    String alert(String fingerprint, String status) {
        var body = """
                {"receiver":"relevo","status":"%s","version":"4","groupKey":"%s","truncatedAlerts":0,
                 "groupLabels":{},"commonLabels":{},"commonAnnotations":{},"externalURL":"",
                 "alerts":[{"status":"%s","labels":{"alertname":"MesDown","service":"paint-shop-mes","severity":"critical"},
                  "annotations":{"summary":"Paint shop MES down"},"startsAt":"2026-03-01T22:00:37Z",
                  "endsAt":"2026-03-01T23:00:37Z","generatorURL":"","fingerprint":"%s"}]}
                """.formatted(status, fingerprint, status, fingerprint);
        return visitors.machine()
                .postJson("/api/v1/alerts/alertmanager", body)
                .json()
                .get("incidents")
                .get(0)
                .asString();
    }

    String state(String number) {
        return visitors.machine()
                .get("/api/v1/work-items/" + number)
                .json()
                .get("state")
                .asString();
    }

    String address(String path) {
        return "http://localhost:" + environment.getRequiredProperty("local.server.port") + path;
    }
}
