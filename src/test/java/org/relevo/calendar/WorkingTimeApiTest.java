package org.relevo.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.relevo.support.IntegrationTest;
import org.relevo.support.Visitors;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@IntegrationTest
class WorkingTimeApiTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    Visitors visitors;

    @Test
    void allVectorsComeOutWithALedgerThatAddsUp() {
        var machine = visitors.machine();
        for (Vectors row : Vectors.all()) {
            var question = new LinkedHashMap<String, String>();
            question.put("timezone", row.timezone());
            question.put("schedule", row.schedule());
            question.put("holidays", row.holidays());
            question.put("start", row.start());
            question.put("operation", row.operation());
            question.put("argument", row.argument());
            var reply = machine.postJson("/api/v1/working-time", JSON.writeValueAsString(question));
            assertThat(reply.status()).as("%s: %s", row, reply.body()).isEqualTo(200);
            assertThat(value(reply.json().get("result").asString()))
                    .as("%s", row)
                    .isEqualTo(value(row.expected()));
            if (reply.json().get("omitted").asInt() == 0) {
                assertThat(worked(reply.json()))
                        .as("%s", row)
                        .isEqualTo(Duration.parse(reply.json().get("sum").asString()));
            }
        }
    }

    private static Duration worked(JsonNode answer) {
        return answer.get("ledger")
                .valueStream()
                .map(line -> Duration.parse(line.get("worked").asString()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Object value(String text) {
        return text.startsWith("P") || text.startsWith("-P")
                ? Duration.parse(text)
                : text.contains("T") ? OffsetDateTime.parse(text).toInstant() : text;
    }

    @Test
    void aCalendarStandsForZoneScheduleAndHolidays() {
        var reply = visitors.machine().postJson("/api/v1/working-time", """
                {"calendar": "office", "start": "2026-03-06T13:00:00Z", "operation": "add", "argument": "PT2H"}""");
        assertThat(reply.json().get("result").asString()).isEqualTo("2026-03-09T10:00:00+01:00");
        assertThat(reply.json()
                        .get("ledger")
                        .valueStream()
                        .map(line -> line.get("why").asString("")))
                .containsExactly("", "night", "weekend", "night", "");
        assertThat(visitors.machine().get("/api/v1/calendars").body()).contains("\"office\"", "\"always\"");
        assertThat(visitors.machine()
                        .get("/api/v1/calendars/office")
                        .json()
                        .get("content")
                        .get("zone")
                        .asString())
                .isEqualTo("Europe/Madrid");
    }

    @Test
    void everyWrongFieldIsNamedWithItsRemedy() {
        var machine = visitors.machine();
        Map.of(
                        "{\"timezone\":\"Mars\",\"schedule\":\"mon 9\",\"holidays\":\"x\",\"start\":\"now\",\"operation\":\"sub\"}",
                        new String[] {"/timezone", "/schedule", "/holidays", "/start", "/operation"},
                        "{\"calendar\":\"none\",\"zone\":\"UTC\",\"start\":\"2026-03-06T13:00:00Z\",\"operation\":\"add\"}",
                        new String[] {"/calendar", "/zone"},
                        "{\"calendar\":\"office\",\"start\":\"2026-03-06T13:00:00Z\",\"operation\":\"add\",\"argument\":\"PT999999999H\"}",
                        new String[] {"/argument", "100 years"})
                .forEach((question, named) -> {
                    var reply = machine.postJson("/api/v1/working-time", question);
                    assertThat(reply.status()).as(reply.body()).isIn(400, 422);
                    assertThat(reply.body()).contains(named);
                });
    }
}
