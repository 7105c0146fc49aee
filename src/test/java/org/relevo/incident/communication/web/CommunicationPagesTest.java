package org.relevo.incident.communication.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relevo.incident.Incidents;
import org.relevo.rules.Priority;
import org.relevo.service.ServiceCatalogue;
import org.relevo.service.ServiceForm;
import org.relevo.service.Services;
import org.relevo.support.Cases;
import org.relevo.support.DueWork;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.relevo.support.Visitor;
import org.relevo.support.Visitors;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class CommunicationPagesTest {

    @Autowired
    Visitors visitors;

    @Autowired
    ServiceCatalogue catalogue;

    @Autowired
    Services services;

    @Autowired
    Cases cases;

    @Autowired
    DueWork dueWork;

    @Autowired
    Incidents incidents;

    @Autowired
    SettableClock clock;

    /** Signing in takes longer than all that she does. */
    private static @Nullable Visitor signedIn;

    private Visitor marta;

    @BeforeEach
    void aServiceOnTheStatusPageWithUsers() {
        signedIn = signedIn == null ? visitors.signedIn("marta.ruiz") : signedIn;
        marta = signedIn;
        if (services.find("intranet").isEmpty()) {
            catalogue.create(
                    Cases.TEST,
                    new ServiceForm(
                            "intranet", "Intranet", "", "silver", "workplace", "marta.ruiz", "marta.ruiz", "", ""));
        }
        marta.submit("/services/intranet/audiences/status", Map.of("shown", "true"));
        marta.submit(
                "/services/intranet/audiences/users",
                Map.of("language", "en", "people", "clara.brandt", "teams", "", "addresses", "staff@example.org"));
    }

    @Test
    void theAudiencesAreSetUpFromThePageOfTheService() {
        assertThat(marta.get("/services/intranet").page().select("a[href=/services/intranet/audiences]"))
                .hasSize(1);
        var page = marta.get("/services/intranet/audiences").page();
        assertThat(page.select("#people-USERS").attr("value")).isEqualTo("clara.brandt");
        var refused = marta.submit(
                "/services/intranet/audiences/management",
                Map.of("language", "en", "people", "nobody.known", "teams", "no-team", "addresses", "x@@y"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#MANAGEMENT .problem").eachText())
                .containsExactly(
                        "nobody.known is not a person who is enabled. Write a username.",
                        "There is no team no-team. Write the key of one.",
                        "x@@y is no mail address. Write one such as ops@example.org.");
        assertThat(refused.page().select("#people-MANAGEMENT").attr("value")).isEqualTo("nobody.known");
    }

    @Test
    void theAddressOfAWebhookIsNeverShownAgain() {
        var added = marta.submit(
                "/services/intranet/audiences/users/webhooks",
                Map.of("name", "#intranet", "form", "SLACK", "address", "https://203.0.113.7/services/T0/very-secret"));
        assertThat(added.status()).isEqualTo(302);
        var page = marta.get("/services/intranet/audiences");
        assertThat(page.body()).contains("#intranet", "https://203.0.113.7/…").doesNotContain("very-secret");
        var remove = page.page().select("#USERS form[action$=/remove]").attr("action");
        marta.submit(remove, Map.of());
        assertThat(marta.get("/services/intranet/audiences").body()).doesNotContain("#intranet");
        var refused = marta.submit(
                "/services/intranet/audiences/users/webhooks",
                Map.of("name", "", "form", "TEAMS", "address", "ftp://x/"));
        assertThat(refused.page().select("#USERS details[open] .problem").eachText())
                .containsExactlyInAnyOrder(
                        "Give the webhook a name of 1 to 60 characters.", "Give an address that begins with https://.");
    }

    @Test
    void anUpdateIsDraftedPreviewedSentOnceAndKept() {
        var incident = cases.raise(Priority.P1, "intranet");
        var path = "/incidents/%s/communication".formatted(incident.number());
        var page = marta.get(path).page();
        assertThat(page.select("#told .clock .left").text()).isEqualTo("30 min");
        var fields = form(page);
        assertThat(fields)
                .containsEntry("subject.USERS", "Intranet: disruption")
                .containsEntry("tell", "USERS");
        fields.put("subject.USERS", "The intranet <b>rests</b>");
        fields.put("step", "preview");
        var preview = marta.submit(path, fields).page();
        assertThat(preview.select("#preview h3").text()).isEqualTo("The intranet <b>rests</b>");
        assertThat(preview.select("input[name=subject.USERS]").attr("value")).isEqualTo("The intranet <b>rests</b>");
        fields.put("step", "send");
        assertThat(marta.submit(path, fields).location()).endsWith(path + "?sent=1");
        assertThat(marta.submit(path, fields).location()).endsWith(path + "?sent=1");
        dueWork.now();
        var after = marta.get(path).page();
        assertThat(after.select("#told article h3").eachText()).containsExactly("Update 1");
        assertThat(after.select("#told .receipts .chip").eachText()).containsExactly("delivered", "delivered");
        assertThat(after.select("#told .clock .left").text()).isEqualTo("1 h");
        fields.put("subject.USERS", "Something else");
        var conflict = marta.submit(path, fields);
        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.page().select("input[name=subject.USERS]").attr("value"))
                .isEqualTo("Something else");
        assertThat(conflict.page().select("input[name=follows]").attr("value")).isEqualTo("1");
    }

    @Test
    void aViewerReadsUpdatesWithoutTheAddressesOutside() {
        var incident = cases.raise(Priority.P1, "intranet");
        var path = "/incidents/%s/communication".formatted(incident.number());
        marta.submit(path, form(marta.get(path).page()));
        var page = visitors.signedIn("clara.brandt").get(path);
        assertThat(page.body()).contains("Intranet: disruption").doesNotContain("staff@example.org");
        assertThat(page.page().select("textarea")).isEmpty();
    }

    @Test
    void aTextThatIsMissingIsSaidBesideItsFieldAndWhatWasTypedStays() {
        var incident = cases.raise(Priority.P1, "intranet");
        var path = "/incidents/%s/communication".formatted(incident.number());
        var fields = form(marta.get(path).page());
        fields.put("subject.USERS", "");
        fields.put("body.USERS", "typed by hand");
        var refused = marta.submit(path, fields);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("fieldset .problem").eachText())
                .containsExactly("Give a subject of 1 to 200 characters.");
        assertThat(refused.page().select("textarea[name=body.USERS]").text()).isEqualTo("typed by hand");
    }

    @Test
    void programsSendAndReadUpdates() {
        var incident = cases.raise(Priority.P1, "intranet");
        var path = "/api/v1/incidents/%s/updates".formatted(incident.number());
        var machine = visitors.machine();
        var body = """
                {"follows": 0, "texts": [{"audience": "users", "subject": "Intranet is slow", "body": "We look into it."}]}
                """;
        var sent = machine.postJson(path, body);
        assertThat(sent.status()).isEqualTo(201);
        assertThat(machine.postJson(path, body).body()).isEqualTo(sent.body());
        assertThat(machine.get(path).body())
                .contains("\"nextBy\":\"", "\"follows\":1", "Intranet is slow", "staff@example.org");
        assertThat(machine.postJson(path, "{\"texts\": [{\"audience\": \"pets\"}]}")
                        .body())
                .contains("/texts/0/audience", "/texts/0/subject");
    }

    @Test
    void theStatusPageKeepsNinetyDaysEachByItsWorstMoment() {
        catalogue.create(
                Cases.TEST,
                new ServiceForm("wifi", "Guest wifi", "", "silver", "workplace", "marta.ruiz", "marta.ruiz", "", ""));
        marta.submit("/services/wifi/audiences/status", Map.of("shown", "true"));
        var slow = cases.raise(Priority.P2, "wifi").number();
        clock.advance(Duration.ofDays(1));
        var down = cases.raise(Priority.P1, "wifi").number();
        clock.advance(Duration.ofDays(1));
        incidents.resolve(slow, Cases.TEST, "more channels");
        incidents.resolve(down, Cases.TEST, "another controller");
        clock.advance(Duration.ofDays(1));
        // three days are longer than a session may be idle
        var days = visitors.signedIn("marta.ruiz").get("/status").page().select("article, li, tr, section").stream()
                .filter(line ->
                        line.select("svg.days").size() == 1 && line.text().contains("Guest wifi"))
                .reduce((outer, inner) -> inner)
                .orElseThrow()
                .select("svg.days rect")
                .eachAttr("class");
        assertThat(days).hasSize(90).startsWith("ok").endsWith("ok", "degraded", "down", "down", "ok");
        signedIn = null;
    }

    @Test
    void thePublicStatusPageNeedsItsSecretAndSaysNeitherNumbersNorNames() throws Exception {
        var incident = cases.raise(Priority.P1, "intranet");
        var path = "/incidents/%s/communication".formatted(incident.number());
        var fields = form(marta.get(path).page());
        fields.put("body.USERS", "Marta Ruiz is on it, see %s.".formatted(incident.number()));
        marta.submit(path, fields);
        assertThat(marta.get("/status").body())
                .contains("Intranet", "major disruption", incident.number().value());
        var address = marta.submit("/status-address", Map.of())
                .page()
                .select("#address")
                .text();
        var secret = address.substring(address.lastIndexOf('/') + 1);
        assertThat(secret).matches("[0-9a-f]{64}");
        assertThat(marta.get("/status").body()).doesNotContain(secret);

        var stranger = visitors.anonymous();
        var page = stranger.get("/status/" + secret);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.body())
                .contains("Intranet", "[…] is on it, see […].")
                .doesNotContain("Marta", incident.number().value());

        var feed = stranger.get("/status/%s/feed.atom".formatted(secret));
        var parsed = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(feed.body().getBytes(StandardCharsets.UTF_8)));
        assertThat(parsed.getElementsByTagName("entry").getLength()).isPositive();
        assertThat(feed.body()).doesNotContain("Marta", incident.number().value());
        var tag = feed.headers().firstValue("ETag").orElseThrow();
        assertThat(visitors.anonymous()
                        .with("If-None-Match", tag)
                        .get("/status/%s/feed.atom".formatted(secret))
                        .status())
                .isEqualTo(304);

        marta.submit("/status-address/say", Map.of("numbers", "true"));
        assertThat(stranger.get("/status/" + secret).body())
                .contains(incident.number().value());
        marta.submit("/status-address", Map.of());
        assertThat(stranger.get("/status/" + secret).status())
                .as("another address was made")
                .isEqualTo(404);
        marta.submit("/status-address/off", Map.of());
        assertThat(visitors.signedIn("clara.brandt")
                        .submit("/status-address", Map.of())
                        .status())
                .isEqualTo(403);
    }

    private static Map<String, String> form(Document page) {
        var fields = new HashMap<String, String>();
        var form = page.select("form[action$=/communication]");
        form.select("input[type=hidden], input[type=checkbox][checked], input[maxlength]")
                .forEach(input -> fields.put(input.attr("name"), input.attr("value")));
        form.select("textarea").forEach(area -> fields.put(area.attr("name"), area.wholeText()));
        fields.remove("_csrf");
        return fields;
    }
}
