package org.relevo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The largest models, drawn by the real editor and saved again: drawing puts nothing into a model and takes nothing out. */
@Tag("browser")
class DrawnAsItWasTest {

    private static final Path ASSETS = Path.of("target/classes/static/assets");
    private static final Path OWN = Path.of("processes/p1-incident.bpmn20.xml");
    private static final Path REFERENCES = Path.of("src/test/resources/bpmn-miwg");
    private static final String POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self' data:";

    private final List<String> complaints = new ArrayList<>();
    private final List<String> pairs = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void theLargestModelsAreSavedAsTheyWere() throws Exception {
        try (var chromium = Chromium.launch();
                var page = chromium.browser.newPage()) {
            serve(page);
            page.navigate("http://designer.test/");
            assertThat(page.locator("[data-element-id=acknowledgeIncident] text")
                            .first())
                    .isVisible();
            var name = page.locator("[data-entry-id=name] input");
            name.fill("P1");
            save(page, OWN.resolveSibling("touched"));
            pairs.clear();
            name.fill("P1 incident");
            save(page, OWN);
            for (var model : List.of("B.2.0", "C.8.0")) {
                var file = REFERENCES.resolve(model + ".bpmn");
                page.locator("input[type=file]").setInputFiles(file);
                save(page, file);
            }
        }
        assertThat(complaints).isEmpty();
        assertThat(differences()).isEmpty();
    }

    private void save(Page page, Path model) {
        assertThat(page.locator(".designer.unsaved")).isVisible();
        var saved = page.waitForRequest(
                request -> request.method().equals("PUT"), () -> page.keyboard().press("Control+s"));
        assertThat(page.locator(".designer:not(.unsaved)")).isVisible();
        var after = folder.resolve(model.getFileName());
        write(after, saved.postData());
        pairs.add(model.toAbsolutePath().toString());
        pairs.add(after.toString());
    }

    private void serve(Page page) {
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.route("http://designer.test/**", this::answer);
    }

    private void answer(Route route) {
        var path = route.request().url().replaceAll("^http://[^/]*", "");
        if (path.startsWith("/assets/")) {
            give(route, path.endsWith("css") ? "text/css" : "text/javascript", read(ASSETS.resolve(path.substring(8))));
        } else if (path.equals("/")) {
            give(route, "text/html", """
                    <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Designer</title>
                    <link rel="icon" href="data:,"><link rel="stylesheet" href="/assets/relevo-style.css">
                    <link rel="stylesheet" href="/assets/designer-style.css"></head><body class="bare">
                    <main class="designer-page"><div id="designer" class="designer" data-draft="p1" data-xml="/xml"
                      data-save="/xml" data-validate="/validate" data-catalogue="/catalogue" data-language="en"
                      data-readonly="false"></div></main><script src="/assets/designer.js"></script></body></html>""");
        } else if (path.equals("/xml")) {
            give(route, "application/xml", read(OWN));
        } else {
            give(route, "application/json", "{\"problems\":[]}");
        }
    }

    private static void give(Route route, String type, String body) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(200)
                .setContentType(type + ";charset=utf-8")
                .setHeaders(Map.of("Content-Security-Policy", POLICY, "ETag", "\"1\""))
                .setBody(body));
    }

    private String differences() throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("node", "--no-warnings", "test/compare.mjs"));
        command.addAll(pairs);
        var process = new ProcessBuilder(command)
                .directory(Path.of("src/main/frontend").toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return said;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
