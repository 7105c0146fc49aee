package org.relevo.rca;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.relevo.people.Actors;
import org.relevo.rules.Priority;
import org.relevo.support.Analyses;
import org.relevo.support.Cases;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.relevo.support.Visitor;
import org.relevo.support.Visitors;
import org.springframework.beans.factory.annotation.Autowired;

/** What comes too late, to the wrong case or from the wrong person is refused in words, and nothing of it is swallowed. */
@IntegrationTest
class CrossedAnswersTests {

    @Autowired
    Visitors visitors;

    @Autowired
    Cases cases;

    @Autowired
    Analyses analyses;

    @Autowired
    Rcas rcas;

    @Autowired
    Actors actors;

    @Autowired
    SettableClock clock;

    private Instant inAnHour() {
        return clock.instant().plus(Duration.ofHours(1));
    }

    @Test
    void anActionThatIsDoneIsNotDroppedBehindTheBackOfWhoDidIt() {
        var machine = visitors.machine();
        var room = "/api/v1/incidents/" + cases.raise(Priority.P1).number() + "/crisis";
        var action = machine.postJson(
                        room + "/actions",
                        "{\"text\": \"Restart it\", \"owner\": \"jonas.weber\", \"dueAt\": \"%s\"}"
                                .formatted(inAnHour()))
                .json()
                .get("actions")
                .get(0)
                .get("id")
                .asLong();
        var end = room + "/actions/" + action + "/end";
        assertThat(machine.postJson(end, "{\"outcome\": \"DONE\"}").status()).isEqualTo(200);
        assertThat(machine.postJson(end, "{\"outcome\": \"DONE\"}").status())
                .as("twice is once")
                .isEqualTo(200);
        var crossed = machine.postJson(end, "{\"outcome\": \"DROPPED\"}");
        assertThat(crossed.status()).isEqualTo(409);
        assertThat(crossed.body()).contains("The action is done already");
    }

    @Test
    void theNextMeetingOfOneThatIsOverIsNotLostInSilence() {
        var machine = visitors.machine();
        var room = "/api/v1/incidents/" + cases.raise(Priority.P1).number() + "/crisis/meetings";
        var meeting = machine.postJson(room, "{}")
                .json()
                .get("meetings")
                .get(0)
                .get("id")
                .asLong();
        assertThat(machine.postJson(room + "/" + meeting + "/end", "{}").status())
                .isEqualTo(200);
        assertThat(machine.postJson(room + "/" + meeting + "/end", "{}").status())
                .isEqualTo(200);
        var crossed = machine.postJson(room + "/" + meeting + "/end", "{\"next\": \"%s\"}".formatted(inAnHour()));
        assertThat(crossed.body()).contains("was ended meanwhile by");
        assertThat(crossed.status()).isEqualTo(409);
    }

    @Test
    void anAnalysisHasNoCrisisRoomAndNoImpact() {
        var rca = analyses.demanded();
        for (var tail : new String[] {"/crisis", "/impact"}) {
            assertThat(visitors.machine().get("/api/v1/incidents/" + rca + tail).status())
                    .as(tail)
                    .isEqualTo(404);
        }
    }

    @Test
    void whoPlannedItsActionsDoesNotApproveAnAnalysis() {
        var rca = analyses.demanded();
        var marta = visitors.signedIn("marta.ruiz");
        marta.submit(
                "/rcas/" + rca + "/actions",
                java.util.Map.of("title", "Warn before it expires", "owner", "lena.hoffmann", "days", "5"));
        var jonas = actors.of("jonas.weber").orElseThrow();
        analyses.write(rca, jonas);
        rcas.submit(rca, jonas);
        approve(marta, rca.value());
        assertThat(visitors.machine()
                        .get("/api/v1/rcas/" + rca)
                        .json()
                        .get("status")
                        .asString())
                .isEqualTo("REVIEW");
    }

    private static void approve(Visitor marta, String rca) {
        var refused = marta.submit("/rcas/" + rca + "/approve", java.util.Map.of());
        assertThat(refused.body()).contains("Somebody else has to approve it");
    }

    @Test
    void aWhyBelowNoneOfThemIsRefusedAndABlankCommentNamesItsField() {
        var rca = "/api/v1/rcas/" + analyses.demanded();
        var machine = visitors.machine();
        var why = machine.postJson(rca + "/whys", "{\"text\": \"Because\", \"parent\": \"abc\"}");
        assertThat(why.status()).isEqualTo(400);
        assertThat(why.body()).contains("\"parent\"");
        assertThat(machine.postJson(rca + "/comments", "{\"text\": \" \"}").body())
                .contains("\"field\":\"text\"");
    }
}
