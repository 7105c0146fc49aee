package org.relevo.intake.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.relevo.support.IntegrationTest;
import org.relevo.support.Visitors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Imports as programs send them and as people see them. */
@IntegrationTest
class ImportDoorsTest {

    private static final String TOKEN = "relevo-demo-token-0123456789abcd";
    private static final String TICKETS = """
            Ticket;Subject;Status;Prio;Created;Changed
            4711;Badge reader dead;open;urgent;2026-01-02 08:00;2026-01-02 08:00
            4711;Badge reader dead;done;urgent;2026-01-02 08:00;2026-01-02 09:30
            4712;=cmd;lost;urgent;2026-01-02 08:00;2026-01-02 08:00
            """;

    @Autowired
    Visitors visitors;

    @Autowired
    ImportThread thread;

    @LocalServerPort
    int port;

    @Test
    void aProgramImportsAFileAndFollowsIt() throws Exception {
        var accepted = upload("servicenow", excerpt());
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        untilRead();

        var run = visitors.machine()
                .get(accepted.headers().firstValue("Location").orElseThrow())
                .json();
        assertThat(run.get("state").asString()).isEqualTo("DONE");
        assertThat(run.get("rowsRead").asLong()).isEqualTo(32);
        assertThat(run.get("events").asLong() + run.get("unchanged").asLong()).isEqualTo(32);
        assertThat(run.get("refused").asLong()).isZero();
        var item = visitors.machine().get("/api/v1/work-items/INC0000045").json();
        assertThat(item.get("state").asString()).isEqualTo("CLOSED");
        assertThat(item.get("timeline").size()).isEqualTo(4);
        assertThat(item.get("tasks").size()).isZero();
        assertThat(visitors.signedIn("marta.ruiz").get("/incidents/INC0000045").status())
                .isEqualTo(200);
    }

    @Test
    void whoMayNotImportIsRefusedBeforeTheFileIsLookedAt() {
        var viewer = visitors.signedIn("clara.brandt");
        assertThat(viewer.upload("/imports", "empty.csv", "", Map.of("mapping", "servicenow"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whatIsMissingOrUnknownIsNamed() throws Exception {
        var unknown = upload("nothing", excerpt());
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("Use one of servicenow");
        var odd = upload("servicenow", "a,b\n1,2\n");
        assertThat(odd.statusCode()).isEqualTo(400);
        assertThat(odd.body()).contains("make one for this header row");
        assertThat(visitors.machine().get("/api/v1/imports/999999").status()).isEqualTo(404);
    }

    @Test
    void aPersonMapsAnotherHeaderRowAndImportsWithIt() throws Exception {
        var admin = visitors.signedIn("admin");
        assertThat(admin.get("/imports/mappings").status()).isEqualTo(200);
        var columns = new HashMap<String, String>();
        columns.put("header", TICKETS.lines().findFirst().orElseThrow());
        columns.put("delimiter", ";");
        var form = admin.submit("/imports/mappings/columns", columns);
        assertThat(form.status()).as(form.body()).isEqualTo(200);
        assertThat(form.page().select("select[name=column.number] option").eachText())
                .contains("Ticket", "Changed");

        var typed = new HashMap<String, String>();
        typed.put("header", columns.get("header"));
        typed.put("delimiter", ";");
        typed.put("name", "Our service desk");
        typed.put("key", "service-desk");
        typed.put("origin", "servicedesk");
        typed.put("datePattern", "yyyy-MM-dd HH:mm");
        typed.put("zone", "Europe/Berlin");
        typed.put("prefix", "SD-");
        typed.put("column.number", "Ticket");
        typed.put("column.title", "Subject");
        typed.put("column.state", "Status");
        typed.put("values.state", "open = NEW\ndone = BETTER");
        typed.put("column.raisedAt", "Created");
        var refused = admin.submit("/imports/mappings", typed);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.page().select(".problem").eachText())
                .contains("Choose the column that holds it.")
                .anySatisfy(problem -> assertThat(problem).contains("\"done\" cannot be \"BETTER\""));
        assertThat(refused.page().select("#prefix").val()).isEqualTo("SD-");

        typed.put("values.state", "open = NEW\ndone = RESOLVED");
        typed.put("column.eventAt", "Changed");
        assertThat(admin.submit("/imports/mappings", typed).status()).isEqualTo(302);

        var accepted = upload("service-desk", TICKETS);
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        untilRead();
        var id = json(accepted).get("id").asLong();
        var run = visitors.machine().get("/api/v1/imports/" + id).json();
        assertThat(run.get("refused").asLong()).isOne();
        var item = visitors.machine().get("/api/v1/work-items/SD-4711").json();
        assertThat(item.get("state").asString()).isEqualTo("RESOLVED");
        assertThat(item.get("endedAt").asString()).isEqualTo("2026-01-02T08:30:00Z");

        var page = admin.get("/imports/" + id);
        assertThat(page.page().select("td").eachText())
                .anySatisfy(cell -> assertThat(cell).contains("\"lost\", which the mapping does not know"));
        assertThat(admin.get("/imports").page().text()).contains("tickets.csv");
        var csv = visitors.machine().get("/api/v1/imports/" + id + "/refusals.csv");
        assertThat(csv.header("Content-Disposition")).contains("attachment");
        assertThat(csv.body())
                .isEqualTo(
                        "line,reason,row\r\n4,\"Column Status holds \"\"lost\"\", which the mapping does not know.\","
                                + "\"4712;=cmd;lost;urgent;2026-01-02 08:00;2026-01-02 08:00\"\r\n");
    }

    @Test
    void aPersonUploadsAFileFromThePage() throws Exception {
        var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        var signIn = "_csrf=%s&username=admin&password=relevo-demo".formatted(csrf(browser, "/sign-in"));
        browser.send(
                request("/sign-in")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(signIn))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        var body = part("_csrf", csrf(browser, "/imports")) + parts("servicenow", excerpt());
        var reply = browser.send(multipart("/imports", body).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(302);
        assertThat(reply.headers().firstValue("Location").orElse("")).matches(".*/imports/[0-9]+");
        untilRead();
    }

    private String csrf(HttpClient browser, String path) throws IOException, InterruptedException {
        var page = browser.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString())
                .body();
        return Jsoup.parse(page).select("main input[name=_csrf]").val();
    }

    /** The import thread takes one thing after the other: when ours is done, so is what came before it. */
    private void untilRead() throws Exception {
        var done = new CompletableFuture<Void>();
        thread.start(-1, () -> done.complete(null));
        done.get(60, TimeUnit.SECONDS);
    }

    private HttpResponse<String> upload(String mapping, String file) throws IOException, InterruptedException {
        var request = multipart("/api/v1/imports", parts(mapping, file))
                .header("Authorization", "Bearer " + TOKEN)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder multipart(String path, String parts) {
        return request(path)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString(parts));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(port, path)));
    }

    private static String parts(String mapping, String file) {
        return part("mapping", mapping)
                + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"tickets.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + file + "\r\n--x--\r\n";
    }

    private static String part(String name, String value) {
        return "--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(name, value);
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    private static String excerpt() throws IOException {
        try (var in =
                Objects.requireNonNull(ImportDoorsTest.class.getResourceAsStream("/imports/servicenow_excerpt.csv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
