package org.relevo.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relevo.platform.Refusal;
import org.relevo.platform.Refusal.FieldProblem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Two people who exchange shifts: asked by one and accepted by the other, or settled by who answers for the rota. */
@Component
public class Swaps {

    /** How far ahead shifts can be exchanged. */
    public static final Duration AHEAD = Duration.ofDays(13 * 7);

    private final SwapTable swaps;
    private final StoredPeople people;
    private final Rotas rotas;
    private final Overrides overrides;
    private final RotaChanges changes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Swaps(
            SwapTable swaps,
            StoredPeople people,
            Rotas rotas,
            Overrides overrides,
            RotaChanges changes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.swaps = swaps;
        this.people = people;
        this.rotas = rotas;
        this.overrides = overrides;
        this.changes = changes;
        this.events = events;
        this.clock = clock;
    }

    /** Asks for an exchange; one made by who answers for the rota is accepted at once. */
    @Transactional
    public void ask(Actor by, String team, SwapForm form) {
        Overrides.require(by, team);
        var now = clock.instant();
        var shifts = rotas.shifts(team, now, now.plus(AHEAD));
        var mine = SwapForm.find(form.mine(), shifts);
        var theirs = SwapForm.find(form.theirs(), shifts);
        var problems = problems(by, mine, theirs, form.reason());
        if (!problems.isEmpty()) {
            throw new Refusal.Invalid(problems);
        }
        var swap = swaps.insert(by, team, mine.orElseThrow(), theirs.orElseThrow(), form.reason());
        if (RotaLayers.mayEdit(by)) {
            accept(by, team, swap.id());
        } else {
            events.publishEvent(new SwapAsked(swap));
        }
    }

    private List<FieldProblem> problems(Actor by, Optional<Shift> mine, Optional<Shift> theirs, String reason) {
        var problems = new ArrayList<FieldProblem>();
        if (mine.isEmpty()
                || !RotaLayers.mayEdit(by) && !mine.get().person().username().equals(by.name())) {
            problems.add(new FieldProblem("mine", "Choose a shift from the list that is still to come."));
        }
        if (theirs.isEmpty()
                || mine.isPresent() && theirs.get().person().equals(mine.get().person())) {
            problems.add(new FieldProblem("theirs", "Choose a shift of somebody else from the list."));
        }
        if (reason.length() > 200) {
            problems.add(new FieldProblem("reason", "Shorten it to 200 characters."));
        }
        if (mine.isPresent() && theirs.isPresent()) {
            awayProblem("theirs", theirs.get().person(), mine.get()).ifPresent(problems::add);
            awayProblem("mine", mine.get().person(), theirs.get()).ifPresent(problems::add);
        }
        return problems;
    }

    private Optional<FieldProblem> awayProblem(String field, Person person, Shift shift) {
        return people.snapshot().presence().isAway(person.username(), shift.from(), shift.to())
                ? Optional.of(new FieldProblem(
                        field, "%s is away during the shift in exchange. Choose another one.".formatted(person.name())))
                : Optional.empty();
    }

    /** Exchanges the shifts; refused where one of them is no longer that person's. */
    @Transactional
    public void accept(Actor by, String team, long id) {
        var swap = answerable(by, team, id, Answer.ACCEPTED);
        requireStill(team, swap.given());
        requireStill(team, swap.taken());
        var reason = swap.reason().isEmpty() ? "swap" : swap.reason();
        give(by, team, swap, swap.given(), swap.other(), reason);
        give(by, team, swap, swap.taken(), swap.asker(), reason);
        swaps.answer(by, team, swap, "ACCEPTED");
        changes.of(team);
        events.publishEvent(new SwapAnswered(swap, true, by.name()));
    }

    @Transactional
    public void decline(Actor by, String team, long id) {
        var swap = answerable(by, team, id, Answer.DECLINED);
        swaps.answer(by, team, swap, "DECLINED");
        events.publishEvent(new SwapAnswered(swap, false, by.name()));
    }

    /** Takes the question back. */
    @Transactional
    public void withdraw(Actor by, String team, long id) {
        swaps.answer(by, team, answerable(by, team, id, Answer.WITHDRAWN), "WITHDRAWN");
    }

    private void give(Actor by, String team, Entry swap, Shift shift, Person to, String reason) {
        // What has passed of a shift that is under way stays with who did it.
        var from = DoubleDuties.later(shift.from(), clock.instant());
        overrides.insert(
                by.name(), team, shift.layer(), to.username(), new Moments.Span(from, shift.to()), swap.id(), reason);
    }

    private void requireStill(String team, Shift shift) {
        var from = DoubleDuties.later(shift.from(), clock.instant());
        var holds = from.isBefore(shift.to())
                && people.snapshot()
                        .schedule(team)
                        .filter(schedule -> schedule.layer(shift.layer())
                                .filter(layer -> schedule.isAllOf(shift.person().username(), layer, from, shift.to()))
                                .isPresent())
                        .isPresent();
        if (!holds) {
            throw new Refusal.Conflict(
                    "The shift that begins %s is no longer %s's for all of its time. Decline this swap and ask for a new one."
                            .formatted(shift.from(), shift.person().name()));
        }
    }

    /** Those that wait for an answer, by the time of asking. */
    public List<Entry> open(String team) {
        return swaps.open(team);
    }

    /** Those that wait for this person's answer. */
    public List<Entry> waitingFor(String username) {
        return people.teams().stream()
                .flatMap(team -> open(team.key()).stream())
                .filter(swap -> swap.other().username().equals(username))
                .toList();
    }

    private enum Answer {
        ACCEPTED,
        DECLINED,
        WITHDRAWN
    }

    private Entry answerable(Actor by, String team, long id, Answer answer) {
        var swap = swaps.get(team, id);
        var expected = answer == Answer.WITHDRAWN ? swap.asker() : swap.other();
        if (!RotaLayers.mayEdit(by)
                && !(by.kind() == Actor.Kind.PERSON && by.name().equals(expected.username()))) {
            throw new Refusal.NotAllowed(
                    "Only %s, a service manager or an administrator may answer this swap.".formatted(expected.name()));
        }
        return swap;
    }

    /**
     * An exchange that waits for an answer.
     *
     * @param given the shift of who asks
     * @param taken the shift of who answers
     */
    public record Entry(long id, String team, Shift given, Shift taken, String reason) {

        public Person asker() {
            return given.person();
        }

        public Person other() {
            return taken.person();
        }

        public Instant answerBy() {
            return DoubleDuties.earlier(given.to(), taken.to());
        }

        String described() {
            return "%s %s to %s for %s %s to %s"
                    .formatted(
                            asker().username(), given.from(), given.to(), other().username(), taken.from(), taken.to());
        }
    }
}
