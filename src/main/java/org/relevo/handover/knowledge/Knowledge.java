package org.relevo.handover.knowledge;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relevo.handover.Handover;
import org.relevo.handover.Handovers;
import org.relevo.people.Actor;
import org.relevo.people.People;
import org.relevo.platform.Audit;
import org.relevo.platform.Refusal;
import org.relevo.platform.Refusal.FieldProblem;
import org.relevo.project.Projects;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sessions, who was there, what was asked, and who says to have understood. Forms map a field's name to what was typed. */
@Component
public class Knowledge {

    private static final int LONGEST = 2_000;

    private final KnowledgeRows rows;
    private final Handovers handovers;
    private final Projects projects;
    private final People people;
    private final WorkItems workItems;
    private final Timeline timeline;
    private final Audit audit;
    private final Clock clock;

    Knowledge(
            KnowledgeRows rows,
            Handovers handovers,
            Projects projects,
            People people,
            WorkItems workItems,
            Timeline timeline,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.handovers = handovers;
        this.projects = projects;
        this.people = people;
        this.workItems = workItems;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
    }

    /** By time. */
    public List<TrainingSession> sessions(WorkItemNumber number) {
        return rows.sessions(number);
    }

    public List<TrainingNeed> needs(WorkItemNumber number) {
        return rows.needs(number);
    }

    /** Whether somebody arranges sessions: who leads the project and who answers for the service. */
    public boolean arrangedBy(Handover handover, Actor who) {
        return projects.get(handover.project()).ledBy(who) || handovers.acceptedBy(handover.number(), who);
    }

    /**
     * Arranges a session: {@code topic}, {@code agenda}, {@code startsAt} in {@code zone}, {@code minutes},
     * {@code trainer}, {@code material} and {@code receivers}.
     */
    @Transactional
    public TrainingSession arrange(WorkItemNumber number, Map<String, String> typed, Actor by) {
        arranging(number, by);
        var form = SessionForm.of(typed, people);
        var id = rows.arrange(number, form, by.name(), clock.instant());
        form.receivers().forEach(one -> rows.invite(id, one));
        tell(number, "SESSION_ARRANGED", "Session arranged: " + form.topic(), by, null);
        handovers.look(number);
        return get(number, id);
    }

    /** Invites one more person: {@code person}. */
    @Transactional
    public TrainingSession invite(WorkItemNumber number, long id, Map<String, String> typed, Actor by) {
        arranging(number, by);
        var session = standing(number, id);
        var problems = new ArrayList<FieldProblem>();
        var person = SessionForm.person(typed, "person", people, problems);
        if (person.equals(session.trainer())) {
            problems.add(new FieldProblem("person", "The trainer does not receive. Invite somebody else."));
        }
        SessionForm.check(problems);
        if (!rows.invite(id, person)) {
            throw new Refusal.Conflict("%s is invited already.".formatted(person));
        }
        tell(number, "SESSION_INVITED", "%s is invited: %s".formatted(person, session.topic()), by, null);
        handovers.look(number);
        return get(number, id);
    }

    @Transactional
    public TrainingSession cancel(WorkItemNumber number, long id, String because, Actor by) {
        arranging(number, by);
        var session = standing(number, id);
        var said = said("reason", because);
        rows.cancel(id, said, by.name(), clock.instant());
        tell(number, "SESSION_CANCELLED", "Session cancelled: " + session.topic(), by, said);
        handovers.look(number);
        return get(number, id);
    }

    /** The trainer, and nobody else, says who was there: {@code attended}; whoever is not named was not. */
    @Transactional
    public TrainingSession attendance(WorkItemNumber number, long id, Map<String, String> typed, Actor by) {
        open(number);
        var session = standing(number, id);
        if (!person(by, session.trainer())) {
            throw new Refusal.NotAllowed("Only the trainer, %s, says who was there.".formatted(session.trainer()));
        }
        if (session.startsAt().isAfter(clock.instant())) {
            throw new Refusal.Conflict("The session has not begun. Say who was there when it has.");
        }
        var there = SessionForm.chosen(typed, "attended");
        there.stream()
                .filter(one -> session.receiver(one).isEmpty())
                .findFirst()
                .ifPresent(stranger -> {
                    throw new Refusal.Invalid("attended", "%s was not invited. Invite first.".formatted(stranger));
                });
        session.receivers()
                .forEach(one -> rows.attended(id, one.person(), there.contains(one.person()), clock.instant()));
        tell(number, "SESSION_ATTENDED", "Attendance recorded: " + session.topic(), by, String.join(", ", there));
        handovers.look(number);
        return get(number, id);
    }

    /** Says to have understood: only for oneself, once, and only after having been there. */
    @Transactional
    public TrainingSession confirm(WorkItemNumber number, long id, Actor by) {
        open(number);
        var session = standing(number, id);
        var mine = session.receiver(by.name())
                .filter(one -> person(by, one.person()))
                .orElseThrow(() -> new Refusal.NotAllowed(
                        "Only those who were invited confirm, each for themselves. %s was not.".formatted(by.name())));
        if (!Boolean.TRUE.equals(mine.attended())) {
            throw new Refusal.Conflict("%s has not recorded that %s was there. Ask the trainer first."
                    .formatted(session.trainer(), by.name()));
        }
        if (!rows.confirm(id, by.name(), clock.instant())) {
            throw new Refusal.Conflict("%s has confirmed this session already.".formatted(by.name()));
        }
        audit.record(by.name(), "training confirmed", number.value(), session.topic());
        tell(number, "TRAINING_CONFIRMED", "Understood: " + session.topic(), by, null);
        handovers.look(number);
        return get(number, id);
    }

    /** Whoever takes part, or arranges it, asks. */
    @Transactional
    public TrainingSession ask(WorkItemNumber number, long id, String question, Actor by) {
        var handover = open(number);
        var session = get(number, id);
        if (session.receiver(by.name()).isEmpty()
                && !session.trainer().equals(by.name())
                && !arrangedBy(handover, by)) {
            throw new Refusal.NotAllowed("%s does not take part in the session.".formatted(by.name()));
        }
        rows.ask(id, said("question", question), by.name(), clock.instant());
        return get(number, id);
    }

    /** The trainer, or who arranges the session, answers. */
    @Transactional
    public TrainingSession answer(WorkItemNumber number, long id, long question, String answer, Actor by) {
        var handover = open(number);
        var session = get(number, id);
        if (session.questions().stream().noneMatch(one -> one.id() == question)) {
            throw new Refusal.NotFound("That session has no such question.");
        }
        if (!session.trainer().equals(by.name()) && !arrangedBy(handover, by)) {
            throw new Refusal.NotAllowed("The trainer, %s, answers.".formatted(session.trainer()));
        }
        rows.answer(question, said("answer", answer), by.name(), clock.instant());
        return get(number, id);
    }

    /** Says what somebody has to learn: {@code person}, {@code topic}, {@code neededBy}. */
    @Transactional
    public void need(WorkItemNumber number, Map<String, String> typed, Actor by) {
        arranging(number, by);
        var problems = new ArrayList<FieldProblem>();
        var person = SessionForm.person(typed, "person", people, problems);
        var topic = SessionForm.text(typed, "topic", 200, problems);
        var day = SessionForm.day(typed, "neededBy", problems);
        SessionForm.check(problems);
        if (!rows.need(number, person, topic, day, by.name(), clock.instant())) {
            throw new Refusal.Conflict("%s needs that already: %s.".formatted(person, topic));
        }
        tell(number, "TRAINING_NEEDED", "%s has to learn: %s".formatted(person, topic), by, null);
        handovers.look(number);
    }

    /** Has a session cover a need; its person is invited where that was not done. */
    @Transactional
    public void cover(WorkItemNumber number, long need, String session, Actor by) {
        arranging(number, by);
        var wanted = needs(number).stream()
                .filter(one -> one.id() == need)
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("%s has no such training need.".formatted(number)));
        if (!session.matches("[0-9]{1,18}")) {
            throw new Refusal.Invalid("session", "Choose a session of the list.");
        }
        var chosen = standing(number, Long.parseLong(session));
        if (chosen.trainer().equals(wanted.person())) {
            throw new Refusal.Invalid("session", "That person is its trainer. Choose another session.");
        }
        rows.invite(chosen.id(), wanted.person());
        rows.cover(need, chosen.id());
        handovers.look(number);
    }

    private TrainingSession get(WorkItemNumber number, long id) {
        return rows.session(number, id)
                .orElseThrow(() -> new Refusal.NotFound("%s has no such session.".formatted(number)));
    }

    private TrainingSession standing(WorkItemNumber number, long id) {
        var session = get(number, id);
        if (session.cancelled()) {
            throw new Refusal.Conflict("That session was cancelled. Arrange another one.");
        }
        return session;
    }

    /** The handover, whose case is locked; what is over changes no longer. */
    private Handover open(WorkItemNumber number) {
        if (workItems.locked(number).isEmpty()) {
            throw new Refusal.NotFound("There is no handover %s. Look for it in the list.".formatted(number));
        }
        var handover = handovers.get(number);
        if (!handover.status().open()) {
            throw new Refusal.Conflict("%s is %s and changes no longer."
                    .formatted(number, handover.status().word()));
        }
        return handover;
    }

    private void arranging(WorkItemNumber number, Actor by) {
        if (!arrangedBy(open(number), by)) {
            throw new Refusal.NotAllowed(
                    "%s neither leads the project nor answers for the service. Ask one of those.".formatted(by.name()));
        }
    }

    /** A machine is nobody, whatever it is called. */
    private static boolean person(Actor by, String username) {
        return by.kind() == Actor.Kind.PERSON && by.name().equals(username);
    }

    private static String said(String field, String typed) {
        var problems = new ArrayList<FieldProblem>();
        var said = SessionForm.text(Map.of(field, typed), field, LONGEST, problems);
        SessionForm.check(problems);
        return said;
    }

    private void tell(WorkItemNumber number, String kind, String text, Actor by, @Nullable String reason) {
        timeline.append(number, new TimelineEvent(clock.instant(), kind, text, by.name(), reason));
    }
}
