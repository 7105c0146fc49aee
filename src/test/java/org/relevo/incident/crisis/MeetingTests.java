package org.relevo.incident.crisis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import org.junit.jupiter.api.Test;
import org.relevo.incident.CrisisMeetingCalled;
import org.relevo.people.Actor;
import org.relevo.people.Actors;
import org.relevo.platform.Refusal;
import org.relevo.rules.Priority;
import org.relevo.support.Cases;
import org.relevo.support.DueWork;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.relevo.workitem.WorkItem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class MeetingTests {

    @Autowired
    Cases cases;

    @Autowired
    Meetings meetings;

    @Autowired
    MeetingMinutes minutes;

    @Autowired
    Hypotheses hypotheses;

    @Autowired
    Invitations invitations;

    @Autowired
    Actors actors;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    DueWork dueWork;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theProcessCallsOneMeetingWithThoseWhoAreOnItAndAnAgendaOfWhatIsOpen() {
        var incident = cases.raise(Priority.P1);
        hypotheses.state(incident.number(), "The broker is full", null, person("jonas.weber"));
        events.publishEvent(new CrisisMeetingCalled(incident.number(), clock.instant()));
        events.publishEvent(new CrisisMeetingCalled(incident.number(), clock.instant()));
        assertThat(meetings.of(incident.number())).hasSize(1);
        var meeting = meetings.of(incident.number()).get(0);
        assertThat(meeting.participants())
                .extracting(Meeting.Participant::username)
                .contains("marta.ruiz");
        assertThat(meeting.words(Meeting.Part.AGENDA))
                .contains(
                        "The role “Incident manager” is open: who takes it?",
                        "no workaround yet",
                        "Is it “The broker is full”?");
    }

    @Test
    void whileAMeetingIsAheadNoOtherIsCalledByHand() {
        var incident = cases.raise(Priority.P1);
        call(incident, MeetingPlan.USUAL);
        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> call(incident, MeetingPlan.USUAL))
                .withMessageContaining("Marta Ruiz");
    }

    @Test
    void theConferenceIsReachedByHttpsOnly() {
        var incident = cases.raise(Priority.P1);
        for (var link :
                List.of("http://example.org/x", "javascript:alert(1)", "https://", "https://a b", "https://u@h/")) {
            assertThatExceptionOfType(Refusal.Invalid.class)
                    .as(link)
                    .isThrownBy(() -> call(incident, new MeetingPlan(null, null, link, List.of())));
        }
    }

    @Test
    void anInvitationKeepsItsUidAndCountsItsChangesUntilItIsCalledOff() throws Exception {
        var incident = cases.raise(Priority.P1);
        var number = incident.number();
        var id = call(incident, new MeetingPlan(null, 30, "https://meet.example.org/p1", List.of("priya.nair")));
        var first = calendar(incident, id);
        var moved = clock.instant().plus(Duration.ofHours(2));
        meetings.move(number, id, new MeetingPlan(moved, null, null, List.of()), person("marta.ruiz"));
        meetings.move(number, id, new MeetingPlan(moved, null, null, List.of()), person("marta.ruiz"));
        var second = calendar(incident, id);
        assertThat(value(first, "METHOD")).isEqualTo("REQUEST");
        assertThat(event(second, "UID")).isEqualTo(event(first, "UID"));
        assertThat(event(first, "SEQUENCE")).isEqualTo("0");
        assertThat(event(second, "SEQUENCE")).isEqualTo("1");
        assertThat(event(second, "LOCATION")).isEqualTo("https://meet.example.org/p1");
        assertThat(invitations
                        .file(incident, meetings.find(number, id).orElseThrow())
                        .lines())
                .allSatisfy(line -> assertThat(line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
                        .isLessThanOrEqualTo(75));
        meetings.cancel(number, id, "Solved", person("marta.ruiz"));
        var third = calendar(incident, id);
        assertThat(value(third, "METHOD")).isEqualTo("CANCEL");
        assertThat(event(third, "SEQUENCE")).isEqualTo("2");
        assertThat(event(third, "STATUS")).isEqualTo("CANCELLED");
        assertThat(cases.invitations(number))
                .filteredOn(mail -> mail.recipient().startsWith("priya.nair"))
                .extracting(Cases.OutgoingMail::uniqueKey)
                .filteredOn(key -> key.contains("/crisis-meeting/"))
                .hasSize(3);
    }

    @Test
    void aMailBringsTheInvitationAsAnAlternativeAndAsAFile() {
        var incident = cases.raise(Priority.P1);
        call(incident, MeetingPlan.USUAL);
        dueWork.now();
        assertThat(jdbc.sql("select state from outbox where work_item = ? and kind = 'INVITATION' and calendar like ?")
                        .params(incident.number().value(), "BEGIN:VCALENDAR%METHOD:REQUEST%")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .containsOnly("SENT");
    }

    @Test
    void ofTwoWhoEditTheAgendaTheSecondIsToldAndTheFirstsWordsStay() {
        var incident = cases.raise(Priority.P1);
        var id = call(incident, MeetingPlan.USUAL);
        write(incident, id, "First the broker", 1, "jonas.weber");
        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> write(incident, id, "First the network", 1, "lena.hoffmann"))
                .withMessageContaining("Jonas Weber");
        write(incident, id, "First the broker", 1, "lena.hoffmann");
        write(incident, id, "First the broker, then the network", 2, "lena.hoffmann");
        var agenda = meetings.find(incident.number(), id).orElseThrow().text(Meeting.Part.AGENDA);
        assertThat(agenda.version()).isEqualTo(3);
        assertThat(agenda.text()).isEqualTo("First the broker, then the network");
    }

    @Test
    void aMeetingEndsWithWhoCameAndTheTimeOfTheNextOne() {
        var incident = cases.raise(Priority.P1);
        var number = incident.number();
        var id = call(incident, MeetingPlan.USUAL);
        minutes.attended(number, id, "jonas.weber", true, person("marta.ruiz"));
        minutes.write(number, id, Meeting.Part.DECISIONS, "We fail over", 0, person("marta.ruiz"));
        var next = clock.instant().plus(Duration.ofHours(1));
        meetings.end(number, id, next, person("marta.ruiz"), Locale.ENGLISH);
        meetings.end(number, id, next, person("marta.ruiz"), Locale.ENGLISH);
        var all = meetings.of(number);
        assertThat(all).extracting(Meeting::state).containsExactly(Meeting.State.CALLED, Meeting.State.ENDED);
        assertThat(all.get(0).startsAt()).isEqualTo(next);
        assertThat(all.get(0).participants())
                .extracting(Meeting.Participant::username)
                .contains("jonas.weber");
    }

    private void write(WorkItem incident, long id, String text, int seen, String by) {
        minutes.write(incident.number(), id, Meeting.Part.AGENDA, text, seen, person(by));
    }

    private long call(WorkItem incident, MeetingPlan plan) {
        return meetings.call(incident.number(), plan, person("marta.ruiz"), Locale.ENGLISH);
    }

    private Calendar calendar(WorkItem incident, long id) throws Exception {
        var meeting = meetings.find(incident.number(), id).orElseThrow();
        return new CalendarBuilder().build(new StringReader(invitations.file(incident, meeting)));
    }

    private static String value(Calendar calendar, String property) {
        return calendar.getProperty(property).orElseThrow().getValue();
    }

    private static String event(Calendar calendar, String property) {
        return calendar.getComponents()
                .get(0)
                .getProperty(property)
                .orElseThrow()
                .getValue();
    }

    private Actor person(String username) {
        return actors.of(username).orElseThrow();
    }
}
