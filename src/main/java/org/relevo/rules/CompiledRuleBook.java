package org.relevo.rules;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.AgendaFilter;
import org.kie.api.runtime.rule.Match;

/**
 * A rule book that is ready to decide. Immutable, and safe to ask from many threads.
 *
 * @param names the name of each rule by the identifier that it has in the knowledge base
 */
record CompiledRuleBook(KieBase base, Map<String, String> names, List<SentenceRule> rules, RuleTables tables) {

    static final int MOST_FIRINGS = 1_000;

    /** Processor time of the deciding thread: a machine that is busy with other work breaks no limit. */
    static final Duration MOST_TIME = Duration.ofMillis(250);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    Outcome decide(List<Fact> facts, int version) {
        var session = base.newKieSession();
        var watch = new Watch(session);
        try {
            tables.rows().forEach(session::insert);
            facts.forEach(session::insert);
            session.fireAllRules(watch, MOST_FIRINGS + 1);
            watch.look();
            var outcome = outcome(session, watch, version);
            watch.brokenLimit().or(() -> contradiction(outcome)).ifPresent(why -> {
                throw new RuleBookFault(why, outcome);
            });
            return outcome;
        } catch (RuleBookFault e) {
            throw e;
        } catch (RuntimeException e) {
            throw new RuleBookFault("a rule failed: " + e, outcome(session, watch, version));
        } finally {
            session.dispose();
        }
    }

    private Outcome outcome(KieSession session, Watch watch, int version) {
        var decisions = new ArrayList<Decision>();
        for (var object : session.getObjects(object -> object instanceof Decision)) {
            decisions.add((Decision) object);
        }
        var fired = watch.fired.stream()
                .distinct()
                .map(id -> names.getOrDefault(id, id))
                .toList();
        return new Outcome(version, List.copyOf(decisions), fired);
    }

    /** A case gets one priority and goes to one team: rules that disagree have not decided. */
    private static Optional<String> contradiction(Outcome outcome) {
        var priorities = outcome.all(AssignPriority.class);
        var teams = outcome.all(AssignTeam.class);
        if (priorities.stream().map(AssignPriority::priority).distinct().count() > 1) {
            return Optional.of("rules disagree on the priority: " + rules(priorities));
        }
        if (teams.stream().map(AssignTeam::team).distinct().count() > 1) {
            return Optional.of("rules disagree on the team: " + rules(teams));
        }
        return Optional.empty();
    }

    private static String rules(List<? extends Decision> decisions) {
        return decisions.stream().map(Decision::rule).distinct().collect(Collectors.joining("; "));
    }

    /** Notes which rules fire, and lets none fire once a limit is broken. */
    private static final class Watch implements AgendaFilter {
        private final KieSession session;
        private final long started = THREADS.getCurrentThreadCpuTime();
        private final List<String> fired = new ArrayList<>();
        private boolean late;

        private Watch(KieSession session) {
            this.session = session;
        }

        @Override
        public boolean accept(Match match) {
            fired.add(match.getRule().getName());
            if (fired.size() % 16 == 0) {
                look();
            }
            if (brokenLimit().isPresent()) {
                session.halt();
                return false;
            }
            return true;
        }

        private void look() {
            late |= THREADS.getCurrentThreadCpuTime() - started > MOST_TIME.toNanos();
        }

        private Optional<String> brokenLimit() {
            if (late) {
                return Optional.of("it took more than %d ms".formatted(MOST_TIME.toMillis()));
            }
            return fired.size() > MOST_FIRINGS
                    ? Optional.of("more than %d rules fired".formatted(MOST_FIRINGS))
                    : Optional.empty();
        }
    }
}
