package org.relevo.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** The shipped matrix against the priorities that a ServiceNow instance recorded. */
class ServiceNowPrioritiesTests {

    private static final String LOG = "data/servicenow_incidents_2016_q1.csv.gz";

    @Test
    void every_event_of_the_log_gets_the_priority_that_was_recorded() throws IOException {
        var log = shared().resolve(LOG);
        assumeTrue(
                Files.exists(log),
                () ->
                        "%s is not there: set the system property relevo.shared or the variable RELEVO_SHARED to the folder that holds data/"
                                .formatted(log));
        try (var in = new GZIPInputStream(Files.newInputStream(log))) {
            assertThat(checked(in)).isEqualTo(59_354);
        }
    }

    @Test
    void every_event_of_the_excerpt_gets_the_priority_that_was_recorded() throws IOException {
        try (var in = getClass().getResourceAsStream("servicenow_excerpt.csv")) {
            assertThat(in).isNotNull();
            assertThat(checked(in)).isEqualTo(19);
        }
    }

    private static Path shared() {
        var set = System.getProperty("relevo.shared", System.getenv("RELEVO_SHARED"));
        return set != null
                ? Path.of(set)
                : Path.of(System.getProperty("basedir", ".")).resolve("../shared");
    }

    /** The number of events, each of which was found as recorded. */
    private static int checked(InputStream in) throws IOException {
        var events = 0;
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var rows = format.parse(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (var row : rows) {
                var fact = new CaseFact("INCIDENT", rating(row, "impact"), rating(row, "urgency"), null, null);
                var decided =
                        ShippedRules.decide(fact).one(AssignPriority.class).orElseThrow();
                assertThat(decided.priority())
                        .as("line %d, %s", row.getRecordNumber() + 1, decided.because())
                        .isEqualTo(Priority.valueOf("P" + row.get("priority").charAt(0)));
                events++;
            }
        }
        return events;
    }

    /** {@code 2 - Medium} is a medium one. */
    private static Rating rating(CSVRecord row, String column) {
        return Rating.valueOf(row.get(column).substring(4).toUpperCase(Locale.ROOT));
    }
}
