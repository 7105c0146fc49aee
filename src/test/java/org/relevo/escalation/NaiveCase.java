package org.relevo.escalation;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.relevo.rules.Priority;

/**
 * A case as a clerk with a stop watch would keep it: time is counted minute by minute, and whoever is told is written on a
 * list. It knows the tables of {@link HistoryTables} and nothing of how Relevo does it.
 */
class NaiveCase {

    static final List<String> METRICS = List.of("RESPONSE", "RESOLUTION");

    record Hold(Instant from, @Nullable Instant to) {
        boolean goesOn(Instant at) {
            return !from.isAfter(at) && (to == null || to.isAfter(at));
        }
    }

    /** A mail that somebody is owed: {@code SENT} once work was done after it was written. */
    static final class Letter {
        final String what;
        final String person;
        final @Nullable Climbing of;
        String state = "PENDING";

        Letter(String what, String person, @Nullable Climbing of) {
            this.what = what;
            this.person = person;
            this.of = of;
        }
    }

    /** An escalation that goes on: when which of its notices is due. */
    static final class Climbing {
        final Map<String, Instant> ahead = new TreeMap<>();
        final Instant giveUp;

        Climbing(Instant giveUp) {
            this.giveUp = giveUp;
        }
    }

    /** A commitment of the case. */
    final class Owed {
        final String metric;
        final boolean holdable;
        int target;
        int passed = -1;
        boolean held;
        boolean breached;
        boolean startedInCycle;

        @Nullable
        Instant endedAt;

        @Nullable
        String end;

        @Nullable
        Climbing climbing;

        final java.util.Set<String> everDone = new java.util.HashSet<>();

        Owed(String metric) {
            this.metric = metric;
            this.holdable = metric.equals("RESOLUTION");
            this.target = HistoryTables.minutes(metric, priority);
        }

        int used(Instant at) {
            return count(at, Integer.MAX_VALUE, at);
        }

        /** When so many minutes have counted, if a hold that goes on ended at an instant. */
        Instant reached(int minutes, Instant asOf) {
            var counted = 0;
            var at = raisedAt;
            while (counted < minutes) {
                counted += counts(at, asOf) ? 1 : 0;
                at = at.plusSeconds(60);
            }
            return at;
        }

        private int count(Instant until, int most, Instant asOf) {
            var counted = 0;
            for (var at = raisedAt; at.isBefore(until) && counted < most; at = at.plusSeconds(60)) {
                counted += counts(at, asOf) ? 1 : 0;
            }
            return counted;
        }

        private boolean counts(Instant at, Instant asOf) {
            return working(at)
                    && (!holdable
                            || holds.stream()
                                    .noneMatch(hold -> !hold.from().isAfter(at)
                                            && at.isBefore(hold.to() == null ? asOf : hold.to())));
        }

        Instant dueAt(Instant now) {
            return reached(target, endedAt == null ? now : endedAt);
        }

        Instant at(int percent, Instant now) {
            return percent == 0 ? raisedAt : reached(target * percent / 100, now);
        }

        int behind(Instant now) {
            return HistoryTables.CHECKPOINTS.get(metric).stream()
                    .filter(percent -> !at(percent, now).isAfter(now))
                    .max(Integer::compare)
                    .orElse(-1);
        }

        boolean holdGoesOn(Instant now) {
            return holdable && holds.stream().anyMatch(hold -> hold.goesOn(now));
        }

        String state(Instant now) {
            if (end != null) {
                return end;
            }
            return held ? holdGoesOn(now) ? "HELD" : "RUNNING" : breached ? "BREACHED" : "RUNNING";
        }

        /** Something of it was changed: whatever escalates ends, and what lies behind is looked at anew. */
        void changed(Instant now, boolean tellAnew) {
            stop();
            startedInCycle = false;
            if (holdGoesOn(now)) {
                held = true;
                breached = false;
            } else {
                anew(now, !tellAnew || held);
            }
        }

        private void anew(Instant now, boolean told) {
            held = false;
            startedInCycle = false;
            passed = behind(now);
            breached = passed >= 100;
            if (passed >= 0) {
                start(now, false, told);
            }
        }

        void work(Instant now) {
            if (endedAt != null) {
                return;
            }
            if (held && !holdGoesOn(now)) {
                anew(now, true);
            } else if (!held && behind(now) > passed) {
                passed = behind(now);
                breached = passed >= 100;
                start(now, at(passed, now).plus(Duration.ofMinutes(1)).isBefore(now), false);
            }
            climb(now);
        }

        private void start(Instant now, boolean late, boolean told) {
            if (startedInCycle
                    || passed < HistoryTables.FROM.get(metric)
                    || (metric.equals("RESPONSE") && acknowledged)) {
                return;
            }
            startedInCycle = true;
            var begun = new Climbing(now.plus(Duration.ofDays(7)));
            var before = now;
            for (var step : HistoryTables.LADDER.get(metric)) {
                var at = step.percent() == null
                        ? before.plus(Duration.ofMinutes(step.afterMinutes()))
                        : at(step.percent(), now);
                at = at.isBefore(now) && !late ? now : at;
                before = at;
                if (!told || !everDone.contains(step.level() + "")) {
                    for (var reminder = 0; reminder <= step.reminders(); reminder++) {
                        begun.ahead.put(
                                "L%d.%d/%s".formatted(step.level(), reminder, step.person()),
                                at.plus(Duration.ofMinutes(20L * reminder)));
                    }
                }
            }
            climbing = begun;
            climb(now);
        }

        private void climb(Instant now) {
            var going = climbing;
            if (going == null) {
                return;
            }
            if (!going.giveUp.isAfter(now)) {
                stop();
                return;
            }
            var highest = new TreeMap<String, String>();
            for (var due : List.copyOf(going.ahead.entrySet())) {
                if (!due.getValue().isAfter(now)) {
                    highest.put(due.getKey().split("/")[1], due.getKey());
                    going.ahead.remove(due.getKey());
                    everDone.add(due.getKey().substring(1, 2));
                }
            }
            highest.forEach((person, what) -> letters.add(new Letter(metric + "/" + what, person, going)));
        }

        void stop() {
            var going = climbing;
            if (going != null) {
                letters.stream()
                        .filter(letter -> letter.of == going && letter.state.equals("PENDING"))
                        .forEach(letter -> letter.state = "CANCELLED");
            }
            climbing = null;
        }

        void meet(Instant now) {
            if (endedAt == null) {
                end = breached && !held || dueAt(now).isBefore(now) ? "BREACHED" : "MET";
                endedAt = now;
                stop();
            }
        }
    }

    final Instant raisedAt;
    final boolean officeHours;
    final List<Letter> letters = new ArrayList<>();
    final List<Owed> owed = new ArrayList<>();
    List<Hold> holds = new ArrayList<>();
    Priority priority;
    boolean acknowledged;
    boolean resolved;

    NaiveCase(Instant raisedAt, Priority priority, boolean officeHours) {
        this.raisedAt = raisedAt;
        this.priority = priority;
        this.officeHours = officeHours;
        METRICS.forEach(metric -> owed.add(new Owed(metric)));
    }

    private boolean working(Instant at) {
        if (!officeHours) {
            return true;
        }
        var local = at.atZone(ZoneId.of("Europe/Madrid"));
        var day = local.getDayOfWeek();
        return day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY && local.getHour() >= 8 && local.getHour() < 16;
    }

    boolean onHold(Instant now) {
        return owed.stream().anyMatch(one -> one.endedAt == null && one.holdGoesOn(now));
    }

    void hold(Instant from, @Nullable Instant to, Instant now) {
        holds.add(new Hold(from, to));
        owed.stream().filter(one -> one.holdable && one.endedAt == null).forEach(one -> one.changed(now, false));
    }

    void resume(Instant at, Instant now) {
        var after = new ArrayList<Hold>();
        for (var hold : holds) {
            if (hold.to() != null && !hold.to().isAfter(at)) {
                after.add(hold);
            } else if (hold.from().isBefore(at)) {
                after.add(new Hold(hold.from(), at));
            }
        }
        holds = after;
        owed.stream().filter(one -> one.holdable && one.endedAt == null).forEach(one -> one.changed(now, false));
    }

    void rate(Priority newPriority, Instant now) {
        if (newPriority != priority) {
            priority = newPriority;
            for (var one : owed) {
                if (one.endedAt == null) {
                    one.target = HistoryTables.minutes(one.metric, newPriority);
                    one.changed(now, true);
                }
            }
        }
    }

    void acknowledge(Instant now) {
        if (!acknowledged) {
            acknowledged = true;
            owed.forEach(Owed::stop);
            owed.get(0).meet(now);
        }
    }

    void resolve(Instant now) {
        resolved = true;
        owed.forEach(Owed::stop);
        letters.stream()
                .filter(letter -> letter.state.equals("SENT"))
                .map(letter -> letter.person)
                .distinct()
                .toList()
                .forEach(person -> letters.add(new Letter("all-clear", person, null)));
        owed.forEach(one -> one.meet(now));
    }

    /** Everything that is due is done, and every mail gets through. */
    void work(Instant now) {
        owed.forEach(one -> one.work(now));
        letters.stream().filter(letter -> letter.state.equals("PENDING")).forEach(letter -> letter.state = "SENT");
    }
}
