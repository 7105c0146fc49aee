package org.relevo.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relevo.calendar.CalendarContent;
import org.relevo.calendar.CalendarDesk;
import org.relevo.calendar.Calendars;
import org.relevo.commitment.Commitments;
import org.relevo.incident.Incidents;
import org.relevo.rules.OfferedRuleBook;
import org.relevo.rules.Priority;
import org.relevo.support.Cases;
import org.relevo.support.DueWork;
import org.relevo.support.FragileDatabase;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Random histories of a case: after every step its commitments, its escalations and its mails are those of a model that
 * counts minutes. Months pass, so it shares its context only with those that need another one anyway. {@code -Drelevo.histories=200} tries more of them.
 */
@IntegrationTest
@Import(FragileDatabase.class)
class HistoriesTests {

    private static final int HISTORIES = Integer.getInteger("relevo.histories", 8);
    private static final long SEED = Long.getLong("relevo.seed", 20261122L);
    private static final int STEPS = 36;

    @Autowired
    ApplicationContext context;

    @Autowired
    Cases cases;

    @Autowired
    Incidents incidents;

    @Autowired
    Commitments commitments;

    @Autowired
    Calendars calendars;

    @Autowired
    CalendarDesk calendarDesk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DueWork dueWork;

    @Autowired
    SettableClock clock;

    private final List<String> done = new ArrayList<>();
    private Random random;
    private WorkItemNumber number;
    private NaiveCase model;
    private int comparisons;
    private int letters;

    @ParameterizedTest(name = "working hours: {0}")
    @ValueSource(booleans = {false, true})
    void everyHistoryIsAsTheModelSays(boolean officeHours) {
        if (calendars.find("histories").isEmpty()) {
            var content = new CalendarContent("Histories", "Europe/Madrid", "mon-fri 08:00-16:00", "", "", "", "");
            calendarDesk.create(Cases.TEST, "histories", content, "for random histories");
        }
        try (var book = OfferedRuleBook.offer(context, HistoryTables.files(officeHours))) {
            for (var history = 0; history < HISTORIES; history++) {
                run(SEED + history, officeHours);
            }
        }
        System.getLogger("histories")
                .log(
                        System.Logger.Level.INFO,
                        "{0} histories from seed {1}: {2} comparisons, {3} mails",
                        HISTORIES,
                        String.valueOf(SEED),
                        comparisons,
                        letters);
        assertThat(letters).isGreaterThan(HISTORIES);
    }

    private void run(long seed, boolean officeHours) {
        random = new Random(seed);
        done.clear();
        done.add("seed " + seed);
        clock.set(clock.instant()
                .truncatedTo(ChronoUnit.DAYS)
                .plus(Duration.ofDays(1).plusMinutes(random.nextInt(1440))));
        var priority = priority();
        number = cases.raise(priority).number();
        model = new NaiveCase(now(), priority, officeHours);
        work();
        for (var step = 0; step < STEPS && !model.resolved; step++) {
            step();
            compare();
        }
        if (!model.resolved) {
            resolve();
        }
        work();
        clock.advance(Duration.ofDays(9));
        work();
        compare();
        letters += model.letters.size();
    }

    private void step() {
        switch (random.nextInt(14)) {
            case 0, 1, 2, 3, 4, 5 -> {
                clock.advance(jump());
                work();
            }
            case 6 -> clock.advance(jump());
            case 7 -> hold(now(), random.nextBoolean() ? null : now().plus(jump()));
            case 8 -> hold(between(model.raisedAt, now()), null);
            case 9 -> {
                var from = between(model.raisedAt, now());
                hold(from, between(from, now()));
            }
            case 10 -> resume();
            case 11 -> rate();
            case 12 -> {
                new Restart(jdbc).dropAndRecreate(number);
                work();
            }
            default -> {
                if (random.nextInt(3) == 0) {
                    acknowledge();
                } else if (random.nextInt(6) == 0) {
                    resolve();
                }
            }
        }
    }

    private void work() {
        done.add(now() + " work");
        dueWork.now();
        model.work(now());
    }

    private void hold(Instant from, @Nullable Instant to) {
        if (!model.onHold(now()) && (to == null || to.isAfter(from))) {
            done.add("%s hold %s to %s".formatted(now(), from, to));
            commitments.hold(number, from, to, "waits", Cases.TEST);
            model.hold(from, to, now());
        }
    }

    private void resume() {
        if (model.onHold(now())) {
            var from = model.holds.stream()
                    .filter(hold -> hold.goesOn(now()))
                    .findFirst()
                    .orElseThrow()
                    .from();
            var at = random.nextBoolean() ? now() : between(from, now());
            done.add("%s resume at %s".formatted(now(), at));
            commitments.resume(number, at, Cases.TEST);
            model.resume(at, now());
        }
    }

    private void rate() {
        var priority = priority();
        done.add("%s rate %s".formatted(now(), priority));
        cases.rate(number, priority);
        model.rate(priority, now());
    }

    private void acknowledge() {
        done.add(now() + " acknowledge");
        incidents.acknowledge(number, Cases.TEST, "in the inbox");
        model.acknowledge(now());
    }

    private void resolve() {
        done.add(now() + " resolve");
        incidents.resolve(number, Cases.TEST, "restarted");
        model.resolve(now());
    }

    private void compare() {
        comparisons++;
        var history = String.join("\n", done);
        var real = commitments.of(number);
        for (var owed : model.owed) {
            var c = real.stream()
                    .filter(one -> one.metric().name().equals(owed.metric))
                    .findFirst()
                    .orElseThrow();
            assertThat(c.stateAt(now()).name())
                    .as("state of %s after\n%s", owed.metric, history)
                    .isEqualTo(owed.state(now()));
            assertThat(c.dueAt(now()))
                    .as("due of %s after\n%s", owed.metric, history)
                    .contains(owed.dueAt(now()));
            var until = owed.endedAt == null ? now() : owed.endedAt;
            assertThat(c.used(now()))
                    .as("used of %s after\n%s", owed.metric, history)
                    .isEqualTo(Duration.ofMinutes(owed.used(until)));
        }
        assertThat(cases.mails(number))
                .as("mails after\n%s", history)
                .extracting(HistoriesTests::described)
                .containsExactlyInAnyOrderElementsOf(model.letters.stream()
                        .map(letter -> "%s to %s: %s"
                                .formatted(
                                        letter.what.replaceFirst("(L[0-9.]+)/.*", "$1"), letter.person, letter.state))
                        .toList());
    }

    /** The mail without the number of its case, its commitment and its cycle. */
    private static String described(Cases.OutgoingMail mail) {
        var parts = mail.uniqueKey().split("/");
        var what = parts[1].equals("all-clear") ? "all-clear" : parts[1].replaceFirst("-.*", "") + "/" + parts[3];
        return "%s to %s: %s".formatted(what, parts[parts.length - 1], mail.state());
    }

    private Instant now() {
        return clock.instant();
    }

    private Priority priority() {
        return Priority.values()[random.nextInt(4)];
    }

    private Duration jump() {
        return switch (random.nextInt(10)) {
            case 0 -> Duration.ofMinutes(1440 + random.nextInt(4 * 1440));
            case 1, 2, 3 -> Duration.ofMinutes(60 + random.nextInt(600));
            default -> Duration.ofMinutes(1 + random.nextInt(60));
        };
    }

    private Instant between(Instant from, Instant to) {
        return from.plus(
                Duration.ofMinutes(random.nextLong(Duration.between(from, to).toMinutes() + 1)));
    }
}
