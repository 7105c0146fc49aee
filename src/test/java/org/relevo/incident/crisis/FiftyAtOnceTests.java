package org.relevo.incident.crisis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.relevo.inbox.Inbox;
import org.relevo.inbox.InboxItem;
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

    private static final Pattern COMMENT = Pattern.compile("Heard by all [0-9]+\\.");

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
    Inbox inbox;

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
    void everyChangeIsShownOnEachOfFiftyOpenPages() throws Exception {
        assertThat(latest()).isLessThan(Duration.ofSeconds(10));
    }

    /** The figure, on a machine that does nothing else and a server that has been at work for a while. */
    @Test
    @Tag("bench")
    void noneOfFiftyOpenPagesShowsARoomThatIsStaleForMoreThanTwoSeconds() throws Exception {
        var number = cases.raise(Priority.P1).number();
        var visitor = visitors.signedIn("jonas.weber");
        for (var i = 0; i < 400; i++) {
            visitor.get("/incidents/" + number + "/crisis");
        }
        assertThat(latest()).isLessThan(Duration.ofSeconds(2));
    }

    /**
     * How long the last page took to show a change, of 50 changes by 50 people in five seconds. Each page does what the
     * script in it does: when it hears of a change, it reads the room anew, once at a time.
     */
    private Duration latest() throws Exception {
        var number = cases.raise(Priority.P1).number();
        var pages = openRooms(number);
        var written = new ConcurrentHashMap<String, Long>();
        atOnce(i -> {
            Thread.sleep(i * 100L);
            comments.say(number, "Heard by all " + i + ".", "h" + i, person(i));
            written.put("Heard by all " + i + ".", System.nanoTime());
            return true;
        });
        var until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (System.nanoTime() < until && pages.stream().anyMatch(page -> page.size() < PEOPLE)) {
            Thread.sleep(20);
        }
        pages.forEach(page -> assertThat(page.keySet()).isEqualTo(written.keySet()));
        var stale = pages.stream()
                .flatMap(page -> page.entrySet().stream())
                .map(seen -> Duration.ofNanos(seen.getValue() - written.get(seen.getKey())))
                .sorted()
                .toList();
        var latest = stale.get(stale.size() - 1);
        System.out.printf(
                "50 changes in 5 s on 50 open pages: shown after %d ms in the median, %d ms at the latest%n",
                stale.get(stale.size() / 2).toMillis(), latest.toMillis());
        return latest;
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

    @Test
    void ofFiftyWhoClaimATaskOneHasItAndPressedFiftyTimesItIsCompletedOnce() throws Exception {
        var item = cases.raise(Priority.P1);
        var team = Objects.requireNonNull(item.team());
        var task = inbox.of(item.number()).get(0);
        var claimed = atOnce(i -> succeeds(() -> inbox.claim(task.id(), member(i, team))));
        assertThat(claimed).containsOnlyOnce(true);
        var owner = member(claimed.indexOf(true), team);
        assertThat(inbox.find(task.id(), owner).orElseThrow().assignee()).isEqualTo(owner.name());
        var completed = atOnce(i -> succeeds(() -> inbox.complete(task.id(), owner, Map.of())));
        assertThat(completed).containsOnlyOnce(true);
        assertThat(inbox.of(item.number()))
                .extracting(InboxItem::key)
                .containsExactlyInAnyOrder(
                        "acknowledgeIncident", "findRootCause", "restoreService", "holdCrisisMeeting");
        assertThat(texts(item.number(), "ACKNOWLEDGED")).hasSize(1);
        assertThat(texts(item.number(), "TASK_COMPLETED")).hasSize(1);
        assertThat(texts(item.number(), "MEETING_CALLED")).hasSize(1);
    }

    private static Actor member(int i, String team) {
        return new Actor("person" + i, Actor.Kind.PERSON, Set.of(Role.AGENT), Set.of(team));
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

    /** By page, when it first showed each comment. */
    private List<Map<String, Long>> openRooms(WorkItemNumber number) throws InterruptedException {
        var rooms = new ArrayList<Map<String, Long>>();
        var opened = new ArrayList<LinkedBlockingQueue<Long>>();
        for (var name : List.of("clara.brandt", "marta.ruiz", "jonas.weber", "lena.hoffmann", "priya.nair")) {
            var visitor = visitors.signedIn(name);
            for (var i = 0; i < PEOPLE / 5; i++) {
                var heard = listen(visitor, number);
                opened.add(heard);
                rooms.add(read(visitor, number, heard));
            }
        }
        var until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (opened.stream().anyMatch(heard -> !heard.isEmpty()) && System.nanoTime() < until) {
            Thread.sleep(20);
        }
        return rooms;
    }

    private static Map<String, Long> read(Visitor visitor, WorkItemNumber number, LinkedBlockingQueue<Long> heard) {
        var shown = new ConcurrentHashMap<String, Long>();
        var reader = new Thread(
                () -> {
                    try {
                        while (heard.take() != 0L) {
                            heard.clear();
                            var matcher = COMMENT.matcher(visitor.get("/incidents/" + number + "/crisis")
                                    .body());
                            while (matcher.find()) {
                                shown.putIfAbsent(matcher.group(), System.nanoTime());
                            }
                        }
                    } catch (InterruptedException | RuntimeException theTestIsOver) {
                        Thread.currentThread().interrupt();
                    }
                },
                "room-reader");
        reader.setDaemon(true);
        reader.start();
        return shown;
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
