package org.relevo.incident.crisis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.rules.Priority;
import org.relevo.support.Cases;
import org.relevo.support.IntegrationTest;
import org.relevo.support.Visitor;
import org.relevo.support.Visitors;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.beans.factory.annotation.Autowired;

/** A P1 that fifty people work on at once. */
@IntegrationTest
class FiftyAtOnceTests {

    private static final int PEOPLE = 50;

    @Autowired
    Cases cases;

    @Autowired
    Hypotheses hypotheses;

    @Autowired
    Comments comments;

    @Autowired
    Meetings meetings;

    @Autowired
    MeetingMinutes minutes;

    @Autowired
    Timeline timeline;

    @Autowired
    Visitors visitors;

    @Test
    void nothingThatFiftyPeopleWriteAtOnceIsLostOrDoubledAndWhoLooksHearsOfItWithinTwoSeconds() throws Exception {
        var number = cases.raise(Priority.P1).number();
        var shared = hypotheses.state(number, "The broker is full", null, person(0));
        var pages = openPages(number);
        var begun = System.nanoTime();
        atOnce(i -> {
            // everybody presses every button twice
            for (var press = 0; press < 2; press++) {
                hypotheses.state(number, "Cause " + i, "h" + i, person(i));
                hypotheses.add(number, shared, i % 2 == 0, "Seen by " + i, "e" + i, person(i));
                comments.say(number, "Comment " + i, "c" + i, person(i));
            }
            return true;
        });
        var ended = System.nanoTime();
        var last = System.nanoTime();
        comments.say(number, "The last word", null, person(0));
        for (var heard : pages) {
            assertThat(hearsOf(heard, last)).isTrue();
        }
        assertThat(Duration.ofNanos(ended - begun)).isLessThan(Duration.ofSeconds(5));
        assertThat(texts(number, "COMMENTED")).containsOnlyOnceElementsOf(words("Comment "));
        assertThat(hypotheses.of(number))
                .extracting(Hypothesis::text)
                .hasSize(PEOPLE + 1)
                .containsOnlyOnceElementsOf(words("Cause "));
        var evidence = hypotheses.of(number).stream()
                .filter(one -> one.id() == shared)
                .findFirst()
                .orElseThrow()
                .evidence();
        assertThat(evidence)
                .extracting(Hypothesis.Evidence::text)
                .containsExactlyInAnyOrderElementsOf(words("Seen by "));
        assertThat(texts(number, "HYPOTHESIS_STATED")).hasSize(PEOPLE + 1);
        assertThat(texts(number, "EVIDENCE_ADDED")).hasSize(PEOPLE);
    }

    @Test
    void ofFiftyWhoCallAMeetingOneCallsItAndOfFiftyWhoEditItsAgendaOneSavesIt() throws Exception {
        var number = cases.raise(Priority.P1).number();
        var called = atOnce(
                i -> succeeds(() -> meetings.call(number, MeetingPlan.USUAL, person(i), java.util.Locale.ENGLISH)));
        assertThat(called).containsOnlyOnce(true);
        var id = meetings.of(number).get(0).id();
        var saved = atOnce(
                i -> succeeds(() -> minutes.write(number, id, Meeting.Part.AGENDA, "Agenda of " + i, 1, person(i))));
        assertThat(saved).containsOnlyOnce(true);
        var agenda = meetings.find(number, id).orElseThrow().words(Meeting.Part.AGENDA);
        assertThat(agenda).isEqualTo("Agenda of " + saved.indexOf(true));
    }

    private interface Deed {
        boolean done(int person) throws Exception;
    }

    private static List<Boolean> atOnce(Deed deed) throws Exception {
        var threads = Executors.newFixedThreadPool(PEOPLE);
        try {
            var deeds = IntStream.range(0, PEOPLE)
                    .mapToObj(i -> (Callable<Boolean>) () -> deed.done(i))
                    .toList();
            var done = new ArrayList<Boolean>();
            for (var one : threads.invokeAll(deeds)) {
                done.add(one.get());
            }
            return done;
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean succeeds(Runnable verb) {
        try {
            verb.run();
            return true;
        } catch (Refusal.Conflict somebodyElseWasQuicker) {
            return false;
        }
    }

    /** Fifty pages that are open on the case, all of them streams of their own; one person may have twelve. */
    private List<LinkedBlockingQueue<Long>> openPages(WorkItemNumber number) throws InterruptedException {
        var pages = new ArrayList<LinkedBlockingQueue<Long>>();
        for (var name : List.of("clara.brandt", "marta.ruiz", "jonas.weber", "lena.hoffmann", "priya.nair")) {
            var visitor = visitors.signedIn(name);
            for (var i = 0; i < PEOPLE / 5; i++) {
                pages.add(listen(visitor, number));
            }
        }
        for (var page : pages) {
            // the first line says that the stream is open
            assertThat(page.poll(10, TimeUnit.SECONDS)).isNotNull();
        }
        return pages;
    }

    /** When a page that is open on the case is told that it has changed. */
    private static LinkedBlockingQueue<Long> listen(Visitor visitor, WorkItemNumber number) {
        var heard = new LinkedBlockingQueue<Long>();
        var reader = new Thread(
                () -> {
                    try {
                        visitor.lines("/live")
                                .filter(line -> line.startsWith(":") || line.endsWith(number.value()))
                                .forEach(line -> heard.add(System.nanoTime()));
                    } catch (RuntimeException theContextIsClosed) {
                        heard.add(0L);
                    }
                },
                "live-reader");
        reader.setDaemon(true);
        reader.start();
        return heard;
    }

    /** Whether a page is told after an instant, and within two seconds of it: it then reads what was written before. */
    private static boolean hearsOf(LinkedBlockingQueue<Long> heard, long since) throws InterruptedException {
        var until = since + Duration.ofSeconds(2).toNanos();
        Long at;
        do {
            at = heard.poll(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
        } while (at != null && at < since);
        return at != null;
    }

    private List<String> texts(WorkItemNumber number, String kind) {
        return timeline.of(number).stream()
                .filter(event -> event.kind().equals(kind))
                .map(TimelineEvent::text)
                .toList();
    }

    private static Set<String> words(String beginning) {
        var words = new HashSet<String>();
        IntStream.range(0, PEOPLE).forEach(i -> words.add(beginning + i));
        return words;
    }

    private static Actor person(int i) {
        return new Actor("person" + i, Actor.Kind.PERSON, Set.of(Role.AGENT), Set.of());
    }
}
