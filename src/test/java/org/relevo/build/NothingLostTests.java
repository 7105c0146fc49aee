package org.relevo.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The designer opens, touches and saves models: everything that was in them is in them afterwards, and nothing else. */
class NothingLostTests {

    @Test
    void everyModelComesBackWithTheSameElementsAttributesAndExtensions() throws Exception {
        var outcome = node(
                "test/round-trip.mjs",
                Path.of("processes").toAbsolutePath().toString(),
                Path.of("src/test/resources/bpmn-miwg").toAbsolutePath().toString());
        assertThat(outcome).contains(", 0 changed by opening and saving");
    }

    @Test
    void conditionsAreReadAndWrittenAsTheyStand() throws Exception {
        assertThat(node("--test", "test/conditions.test.mjs"))
                .contains("# fail 0")
                .contains("# pass 6");
    }

    private static String node(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("node", "--no-warnings"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .directory(Path.of("src/main/frontend").toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
