package org.relevo.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** The machine's own Chromium. Without one, browser journeys are skipped, unless the build requires them. */
class Chromium implements AutoCloseable {

    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium");

    private final Playwright playwright;
    final Browser browser;

    private Chromium(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    static Chromium launch() {
        var found = PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
        if (Boolean.getBoolean("relevo.browser.required") && found.isEmpty()) {
            throw new AssertionError(
                    "No Chromium was found, and this build requires one. Install the package chromium.");
        }
        Assumptions.assumeTrue(found.isPresent(), "no Chromium is installed, so browser journeys are skipped");
        return new Chromium(found.orElseThrow());
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
