package org.relevo.project.raid;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.relevo.people.Actor;
import org.relevo.people.People;
import org.relevo.people.Person;
import org.relevo.platform.Refusal;
import org.relevo.project.EachDay;
import org.relevo.project.Project;
import org.relevo.project.Projects;
import org.relevo.project.money.Entered;
import org.relevo.project.raid.AssumptionEvents.AssumptionExpired;
import org.relevo.project.raid.AssumptionEvents.AssumptionSettled;
import org.relevo.workitem.WorkItems;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The assumptions of projects. Whoever owns one that has expired is asked whether it still holds. */
@Component
public class Assumptions implements EachDay {

    private static final int MOST = 500;

    private final RaidRows rows;
    private final Projects projects;
    private final People people;
    private final WorkItems workItems;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Assumptions(
            RaidRows rows,
            Projects projects,
            People people,
            WorkItems workItems,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.projects = projects;
        this.people = people;
        this.workItems = workItems;
        this.events = events;
        this.clock = clock;
    }

    public List<Assumption> of(String project) {
        return rows.assumptions(project);
    }

    public Assumption get(Project project, long id) {
        return rows.assumption(id)
                .filter(one -> one.project().equals(project.key()))
                .orElseThrow(() -> new Refusal.NotFound(
                        "%s has no assumption %d. They are listed beside its risks.".formatted(project.name(), id)));
    }

    public List<RaidChange> changes(long id) {
        return rows.changes(RaidRows.Kind.ASSUMPTION, id);
    }

    /** @param typed text, owner, source, until (a day), tolerance (percent, or blank), value (a number, or blank) */
    @Transactional
    public Assumption add(String key, Map<String, String> typed, Actor by) {
        var project = locked(key);
        project.requireLead(by);
        var entered = new Entered(typed);
        var owner = entered.text("owner");
        if (people.find(owner).filter(Person::enabled).isEmpty()) {
            entered.problem("owner", "Give the username of somebody who can sign in.");
        }
        var tolerance = entered.numberOrNull("tolerance", 2);
        if (tolerance != null
                && (tolerance.signum() < 0 || tolerance.compareTo(java.math.BigDecimal.valueOf(1_000)) > 0)) {
            entered.problem("tolerance", "Give from 0 to 1000 percent.");
        }
        var until = entered.day("until");
        if (entered.problems().isEmpty() && until.isBefore(project.today(clock))) {
            entered.problem("until", "That day is over. Give today or a later one.");
        }
        var one = new Assumption(
                0,
                project.key(),
                entered.needed("text", 500),
                owner,
                entered.needed("source", 200),
                until,
                tolerance,
                entered.numberOrNull("value", 4),
                Assumption.State.VALID);
        entered.check();
        if (rows.assumptions(project.key()).size() >= MOST) {
            throw new Refusal.Invalid("text", "A project has at most %d assumptions.".formatted(MOST));
        }
        var id = rows.add(one);
        told(project, id, by, "Assumed until %s: %s".formatted(until, one.text()));
        return get(project, id);
    }

    /** It still holds, until another day. */
    @Transactional
    public void holds(String key, long id, String until, String words, Actor by) {
        var project = locked(key);
        var assumption = open(project, id, by);
        var entered = new Entered(Map.of("until", until, "words", words));
        var day = entered.day("until");
        var said = entered.optional("words", 1_000);
        if (entered.problems().isEmpty() && day.isBefore(project.today(clock))) {
            entered.problem("until", "That day is over. Give today or a later one.");
        }
        entered.check();
        rows.holds(id, day);
        told(project, id, by, "Still holds until %s%s".formatted(day, said.isEmpty() ? "" : ": " + said));
        events.publishEvent(new AssumptionSettled(Objects.requireNonNull(project.number()), assumption.id()));
    }

    /** It does not hold; what follows from that is a risk or an issue of its own. */
    @Transactional
    public void wrong(String key, long id, String words, Actor by) {
        var project = locked(key);
        var assumption = open(project, id, by);
        var said = Risks.reason(words);
        rows.wrong(id);
        told(project, id, by, "Wrong: " + said);
        events.publishEvent(new AssumptionSettled(Objects.requireNonNull(project.number()), assumption.id()));
    }

    /** Its owner answers for it, and who leads the project. */
    private Assumption open(Project project, long id, Actor by) {
        var assumption = get(project, id);
        if (by.kind() != Actor.Kind.SYSTEM && !by.name().equals(assumption.owner())) {
            project.requireLead(by);
        }
        if (assumption.state() == Assumption.State.WRONG) {
            throw new Refusal.Conflict("The assumption is known to be wrong. Add another one.");
        }
        return assumption;
    }

    @Override
    @Transactional
    public void look(Project project) {
        var number = project.number();
        if (number == null || rows.toAsk(project.key(), project.today(clock)).isEmpty()) {
            return;
        }
        workItems.locked(number);
        for (var one : rows.toAsk(project.key(), project.today(clock))) {
            if (rows.asked(one)) {
                told(project, one.id(), Actor.system("relevo"), "Expired on " + one.validUntil());
                events.publishEvent(new AssumptionExpired(number, one.id(), one.text(), one.owner()));
            }
        }
    }

    private void told(Project project, long id, Actor by, String text) {
        rows.changed(project.key(), RaidRows.Kind.ASSUMPTION, id, clock.instant(), by.name(), text);
    }

    private Project locked(String key) {
        var project = projects.get(key);
        workItems.locked(Objects.requireNonNull(project.number()));
        return projects.get(key);
    }
}
