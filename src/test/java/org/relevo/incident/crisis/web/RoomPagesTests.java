package org.relevo.incident.crisis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.relevo.incident.crisis.Comments;
import org.relevo.incident.crisis.CrisisRole;
import org.relevo.incident.crisis.CrisisRoles;
import org.relevo.incident.crisis.Hypotheses;
import org.relevo.incident.crisis.MeetingPlan;
import org.relevo.incident.crisis.Meetings;
import org.relevo.incident.crisis.Workarounds;
import org.relevo.people.Actor;
import org.relevo.people.Actors;
import org.relevo.rules.Priority;
import org.relevo.support.Cases;
import org.relevo.support.DueWork;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.relevo.support.Visitors;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@IntegrationTest
class RoomPagesTests {

    @Autowired
    Cases cases;

    @Autowired
    Visitors visitors;

    @Autowired
    Actors actors;

    @Autowired
    CrisisRoles roles;

    @Autowired
    Hypotheses hypotheses;

    @Autowired
    Comments comments;

    @Autowired
    Workarounds workarounds;

    @Autowired
    Meetings meetings;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    SettableClock clock;

    @Autowired
    DueWork dueWork;

    @Test
    void theRoomShowsWhoLeadsWhoIsOnItTheFusesTheProcessAndWhatHappened() {
        var incident = busy();
        var page = page("jonas.weber", incident, "");
        assertThat(page.select("header .chip").eachText()).startsWith("P1");
        assertThat(page.select("svg.fuse")).hasSizeGreaterThan(1);
        assertThat(page.select("#role-TECHNICAL_LEAD").text()).contains("Jonas Weber");
        assertThat(page.select("#role-COMMUNICATIONS").text()).contains("nobody");
        assertThat(page.select("#on-it").text()).contains("Jonas Weber", "Technical lead", "Marta Ruiz", "on call for");
        assertThat(page.select("#process").text()).contains("Acknowledge incident", "now");
        assertThat(page.select("#diagram").attr("data-times")).endsWith("/crisis/times.json");
        assertThat(page.select("#hypotheses").text()).contains("The broker is full", "For (1)", "Against (0)");
        assertThat(page.select("#workarounds").text()).contains("Standby broker", "accepted by nobody");
        assertThat(page.select("#meetings li")).hasSize(1);
        assertThat(page.select("#timeline").text()).contains("Jonas Weber took over as technical lead");
        assertThat(page.select("#crisis").attr("data-live"))
                .isEqualTo(incident.number().value());
    }

    @Test
    void ofALongListTheRoomShowsThePartThatMattersAndTheRestOnRequest() {
        var incident = cases.raise(Priority.P1);
        var jonas = actors.of("jonas.weber").orElseThrow();
        for (var i = 0; i < 40; i++) {
            hypotheses.state(incident.number(), "Cause " + i, "h" + i, jonas);
        }
        var page = page("jonas.weber", incident, "");
        assertThat(page.select("#hypotheses article")).hasSize(25);
        var whole = page.select("#hypotheses a[href$=all=hypotheses#hypotheses]");
        assertThat(whole.text()).isEqualTo("Show all 40");
        assertThat(page("jonas.weber", incident, "?all=hypotheses").select("#hypotheses article"))
                .hasSize(40);
        assertThat(page("jonas.weber", incident, "?all=nonsense").select("#hypotheses article"))
                .hasSize(25);
    }

    @Test
    void aRoomOfFiveHundredRowsInEachListAndTwoThousandEventsIsThereAtOnce() {
        var incident = cases.raise(Priority.P1);
        fill(incident.number());
        var visitor = visitors.signedIn("jonas.weber");
        var address = "/incidents/%s/crisis".formatted(incident.number());
        var took = new ArrayList<Long>();
        for (var i = 0; i < 5; i++) {
            var begun = System.nanoTime();
            var page = visitor.get(address).page();
            took.add(Duration.ofNanos(System.nanoTime() - begun).toMillis());
            assertThat(page.select("#hypotheses article")).hasSize(25);
            assertThat(page.select("#workarounds article")).hasSize(25);
            assertThat(page.select("#timeline .timeline li:not(.day)")).hasSize(200);
        }
        System.out.printf("a room of 500 rows in each list and 2,000 events: %s ms%n", took);
        assertThat(Collections.min(took)).isLessThan(1000);
    }

    private void fill(WorkItemNumber number) {
        var rows = List.of("""
                insert into crisis_hypothesis (work_item, text, state, stated_at, stated_by)
                select w.number, 'Cause ' || n, 'OPEN', w.raised_at, 'jonas.weber'""", """
                insert into crisis_workaround (work_item, text, effect, side_effects, deployed_at, deployed_by, noted_at, noted_by)
                select w.number, 'Way ' || n, 'helps', '', w.raised_at, 'jonas.weber', w.raised_at, 'jonas.weber'""", """
                insert into crisis_action (work_item, text, owner, due_at, created_at, created_by)
                select w.number, 'Action ' || n, 'jonas.weber', w.raised_at, w.raised_at, 'jonas.weber'""", """
                insert into crisis_meeting (work_item, state, called_at, called_by, starts_at, minutes, ended_at, ended_by)
                select w.number, 'ENDED', w.raised_at, 'marta.ruiz', w.raised_at, 30, w.raised_at, 'marta.ruiz'""", """
                insert into crisis_handover (work_item, summary, from_username, to_username, roles, signed_at)
                select w.number, 'Shift ' || n, 'jonas.weber', 'lena.hoffmann', '{}', w.raised_at""");
        rows.forEach(insert -> jdbc.update(
                insert + " from work_item w, generate_series(1, 500) n where w.number = ?", number.value()));
        jdbc.update("""
                insert into timeline_event (work_item, at, kind, text, by_whom)
                select w.number, w.raised_at, 'COMMENTED', 'Said ' || n, 'jonas.weber'
                from work_item w, generate_series(1, 2000) n where w.number = ?""", number.value());
    }

    @Test
    void whatIsTypedIntoARowBeyondThoseShownComesBackWithItsRow() {
        var incident = cases.raise(Priority.P1);
        var jonas = actors.of("jonas.weber").orElseThrow();
        for (var i = 0; i < 40; i++) {
            hypotheses.state(incident.number(), "Cause " + i, "h" + i, jonas);
        }
        var all = page("jonas.weber", incident, "?all=hypotheses");
        var last = all.select("#hypotheses article").last().id();
        assertThat(page("jonas.weber", incident, "").select("#" + last)).isEmpty();
        var typed = "x".repeat(3000);
        var refused = visitors.signedIn("jonas.weber")
                .submit(
                        "/incidents/%s/crisis/hypotheses/%s/evidence"
                                .formatted(incident.number(), last.replace("hypothesis-", "")),
                        Map.of("evidence", typed, "supports", "true"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page()
                        .select("#" + last + " textarea[name=evidence]")
                        .text())
                .isEqualTo(typed);
        // and a live update asks for the same, longer list
        assertThat(refused.page().select("#crisis").attr("data-morph")).endsWith("?all=hypotheses");
    }

    @Test
    void aLongTimelineIsReadPartByPart() {
        var incident = cases.raise(Priority.P1);
        var jonas = actors.of("jonas.weber").orElseThrow();
        for (var i = 0; i < 230; i++) {
            comments.say(incident.number(), "Said " + i + ".", "c" + i, jonas);
        }
        var first = page("jonas.weber", incident, "?lane=people&q=Said");
        assertThat(first.select("#timeline .timeline li:not(.day)")).hasSize(200);
        var older = first.select("#timeline a[rel=next]").attr("href");
        assertThat(older).contains("lane=people", "q=Said", "page=1").endsWith("#timeline");
        var second = visitors.signedIn("jonas.weber")
                .get(older.replace("#timeline", ""))
                .page();
        assertThat(second.select("#timeline .timeline li:not(.day)")).hasSize(30);
        assertThat(second.select("#timeline .timeline").text())
                .contains("Said 0.")
                .doesNotContain("Said 229.");
        assertThat(visitors.signedIn("jonas.weber")
                        .get("/incidents/" + incident.number())
                        .page()
                        .select("a[href$=crisis#timeline]"))
                .hasSize(1);
    }

    @Test
    void whoMayOnlyLookSeesTheRoomAndNoForms() {
        var page = page("clara.brandt", busy(), "");
        assertThat(page.select("#hypotheses").text()).contains("The broker is full");
        assertThat(page.select("main form[method=post]")).isEmpty();
    }

    @Test
    void inSpanishNoWordOfThePageIsMissing() {
        var incident = busy();
        var id = meetings.of(incident.number()).get(0).id();
        for (var path : List.of("/crisis", "/crisis/meetings/" + id, "/crisis/handover", "/swimlanes")) {
            var reply = visitors.signedIn("david.moreno").get("/incidents/" + incident.number() + path);
            assertThat(reply.status()).as(path).isEqualTo(200);
            assertThat(reply.body()).as(path).doesNotContain("??").doesNotContain("style=");
            assertThat(reply.page().select("html").attr("lang")).isEqualTo("es");
        }
    }

    @Test
    void theTimelineIsNarrowedByKindAndWords() {
        var incident = busy();
        assertThat(page("jonas.weber", incident, "?lane=people")
                        .select("#timeline .timeline")
                        .text())
                .contains("Hypothesis: ")
                .doesNotContain("Raised: ");
        assertThat(page("jonas.weber", incident, "?lane=states")
                        .select("#timeline .timeline")
                        .text())
                .contains("Raised: ")
                .doesNotContain("Hypothesis: ");
        assertThat(page("jonas.weber", incident, "?q=standby").select("#timeline .timeline li:not(.day)"))
                .hasSize(1);
        assertThat(page("jonas.weber", incident, "?q=nobody+said+this")
                        .select("#timeline")
                        .text())
                .contains("Nothing has happened yet");
    }

    @Test
    void aFormThatWasSentTwiceIsTakenOnceAndAnotherTextFromTheSamePageIsTakenToo() {
        var incident = cases.raise(Priority.P1);
        var jonas = visitors.signedIn("jonas.weber");
        var address = "/incidents/" + incident.number() + "/crisis/hypotheses";
        for (var text : List.of("The disk is full", "The disk is full", "The disk is slow")) {
            assertThat(jonas.submit(address, Map.of("hypothesis", text, "once", "same"))
                            .status())
                    .isEqualTo(302);
        }
        assertThat(hypotheses.of(incident.number()))
                .extracting(one -> one.text())
                .containsExactly("The disk is full", "The disk is slow");
    }

    @Test
    void whatWasTypedComesBackBesideWhatIsWrongWithIt() {
        var incident = cases.raise(Priority.P1);
        var reply = visitors.signedIn("jonas.weber")
                .submit(
                        "/incidents/" + incident.number() + "/crisis/actions",
                        Map.of("action", "Call the supplier", "owner", "clara.brandt", "dueAt", "2026-03-02T12:00"));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().select("#action-text").val()).isEqualTo("Call the supplier");
        assertThat(reply.page().select(".field:has(#action-owner) .problem").text())
                .contains("who works on cases");
    }

    @Test
    void ofTwoWhoEditTheAgendaTheSecondKeepsWhatWasTypedAndSeesWhatTheFirstWrote() {
        var incident = busy();
        var id = meetings.of(incident.number()).get(0).id();
        var address = "/incidents/" + incident.number() + "/crisis/meetings/" + id;
        var jonas = visitors.signedIn("jonas.weber");
        var lena = visitors.signedIn("lena.hoffmann");
        var seen = jonas.get(address).page().select("#agenda input[name=seen]").val();
        assertThat(jonas.submit(address + "/agenda", Map.of("text", "First the broker", "seen", seen))
                        .status())
                .isEqualTo(302);
        var refused = lena.submit(address + "/agenda", Map.of("text", "First the network", "seen", seen));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.page().select("main [role=alert]").text()).contains("Jonas Weber");
        assertThat(refused.page().select("#agenda .notice").text()).contains("First the broker");
        assertThat(refused.page().select("#agenda-text").text()).isEqualTo("First the network");
        var newest = refused.page().select("#agenda input[name=seen]").val();
        assertThat(lena.submit(address + "/agenda", Map.of("text", "First both", "seen", newest))
                        .status())
                .isEqualTo(302);
    }

    @Test
    void theInvitationIsAFileToo() {
        var incident = busy();
        var id = meetings.of(incident.number()).get(0).id();
        var reply = visitors.signedIn("clara.brandt")
                .get("/incidents/%s/crisis/meetings/%d.ics".formatted(incident.number(), id));
        assertThat(reply.header("Content-Type")).startsWith("text/calendar");
        assertThat(reply.body()).startsWith("BEGIN:VCALENDAR\r\n").contains("METHOD:REQUEST", "ATTENDEE");
    }

    @Test
    void thePictureIsSaidInWordsToo() {
        var incident = busy();
        var page = visitors.signedIn("clara.brandt")
                .get("/incidents/" + incident.number() + "/swimlanes?window=4h")
                .page();
        assertThat(page.select("svg.lanes desc").text())
                .contains("New from", "Jonas Weber: ", "Process: Acknowledge incident from");
        assertThat(page.select("svg.lanes g.process rect title").text()).contains("Acknowledge incident from");
        assertThat(page.select("table td").text()).contains("Process: Acknowledge incident");
        assertThat(page.select("svg.lanes circle")).isNotEmpty();
        assertThat(page.select("table td").eachText()).contains("Jonas Weber", "Messages");
    }

    @Test
    void programsReadAndUseTheRoom() {
        var incident = cases.raise(Priority.P1);
        var machine = visitors.machine();
        var address = "/api/v1/incidents/" + incident.number() + "/crisis";
        machine.with("Idempotency-Key", "k1").postJson(address + "/hypotheses", "{\"text\": \"The broker is full\"}");
        var room = machine.postJson(address + "/hypotheses", "{\"text\": \"The broker is full\"}");
        assertThat(room.status()).isEqualTo(200);
        assertThat(room.json().get("hypotheses")).hasSize(1);
        var id = room.json().get("hypotheses").get(0).get("id").asLong();
        machine.with("Idempotency-Key", "k2")
                .postJson(
                        address + "/hypotheses/" + id + "/evidence",
                        "{\"text\": \"Queue at 100 %\", \"speaks\": \"for\"}");
        machine.postJson(address + "/roles", "{\"role\": \"INCIDENT_MANAGER\", \"username\": \"marta.ruiz\"}");
        machine.postJson(address + "/meetings", "{\"minutes\": 45, \"link\": \"https://meet.example.org/1\"}");
        var read = machine.get(address).json();
        assertThat(read.get("hypotheses")
                        .get(0)
                        .get("evidence")
                        .get(0)
                        .get("supports")
                        .asBoolean())
                .isTrue();
        assertThat(read.get("roles").get("INCIDENT_MANAGER").get("username").asString())
                .isEqualTo("marta.ruiz");
        assertThat(read.get("meetings").get(0).get("minutes").asInt()).isEqualTo(45);
        assertThat(read.get("meetings")
                        .get(0)
                        .get("texts")
                        .get("AGENDA")
                        .get("version")
                        .asInt())
                .isEqualTo(1);
        assertThat(read.get("steps").get(0).get("name").asString()).isNotBlank();
        assertThat(machine.postJson(address + "/meetings", "{\"link\": \"http://meet.example.org/1\"}")
                        .status())
                .isIn(400, 409, 422);
    }

    /** An incident in which something has happened in each part of the room. */
    private WorkItem busy() {
        var incident = cases.raise(Priority.P1);
        dueWork.now();
        var jonas = person("jonas.weber");
        clock.advance(Duration.ofMinutes(1));
        roles.assign(incident.number(), CrisisRole.TECHNICAL_LEAD, "jonas.weber", jonas);
        var id = hypotheses.state(incident.number(), "The broker is full", null, jonas);
        hypotheses.add(incident.number(), id, true, "Queue at 100 %", null, jonas);
        workarounds.deploy(
                incident.number(),
                new Workarounds.Deployment("Standby broker", "Both lines run", "", null, null),
                null,
                jonas);
        meetings.call(incident.number(), MeetingPlan.USUAL, jonas, Locale.ENGLISH);
        return incident;
    }

    private Document page(String username, WorkItem incident, String tail) {
        var reply = visitors.signedIn(username).get("/incidents/" + incident.number() + "/crisis" + tail);
        assertThat(reply.status()).isEqualTo(200);
        return reply.page();
    }

    private Actor person(String username) {
        return actors.of(username).orElseThrow();
    }
}
