package org.relevo.incident.crisis;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.incident.CrisisMeetingCalled;
import org.relevo.incident.CrisisMeetingEnded;
import org.relevo.people.Actor;
import org.relevo.people.Person;
import org.relevo.platform.Refusal;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Crisis meetings: called by the process or by hand, moved, called off, ended with the time of the next one. */
@Component
public class Meetings {

    private final CrisisLog log;
    private final MeetingRows rows;
    private final OnIt onIt;
    private final OpenQuestions questions;
    private final Invitations invitations;
    private final ApplicationEventPublisher events;
    private final Duration soon;
    private final int usualMinutes;
    private final @Nullable String usualLink;

    Meetings(
            CrisisLog log,
            MeetingRows rows,
            OnIt onIt,
            OpenQuestions questions,
            Invitations invitations,
            ApplicationEventPublisher events,
            @Value("${relevo.crisis.meeting-in:PT10M}") Duration soon,
            @Value("${relevo.crisis.meeting-minutes:30}") int usualMinutes,
            @Value("${relevo.crisis.conference-link:}") String usualLink) {
        this.log = log;
        this.rows = rows;
        this.onIt = onIt;
        this.questions = questions;
        this.invitations = invitations;
        this.events = events;
        this.soon = soon;
        this.usualMinutes = usualMinutes;
        this.usualLink = MeetingPlan.address(usualLink);
    }

    /** All of a case, the newest first. */
    public List<Meeting> of(WorkItemNumber number) {
        return rows.of(number);
    }

    public Optional<Meeting> find(WorkItemNumber number, long id) {
        return rows.find(number, id);
    }

    public @Nullable String usualLink() {
        return usualLink;
    }

    /** A meeting that is ahead already is the one the process asks for. */
    @EventListener
    @Transactional
    public void on(CrisisMeetingCalled called) {
        var process = Actor.system("process");
        var item = log.locked(called.workItem(), process);
        if (rows.ahead(item.number()).isEmpty()) {
            call(item, MeetingPlan.USUAL, process, "as the process has it", questions.language(item));
        }
    }

    /** Calls a meeting and answers its id. While one is ahead no other can be called. */
    @Transactional
    public long call(WorkItemNumber number, MeetingPlan plan, Actor by, Locale language) {
        var item = log.locked(number, by);
        rows.ahead(number).ifPresent(ahead -> {
            throw new Refusal.Conflict(
                    "A crisis meeting of %s is called already, by %s. Move it, call it off, or end it."
                            .formatted(number, log.name(ahead.calledBy())));
        });
        return call(item, plan, by, null, language);
    }

    private long call(WorkItem item, MeetingPlan plan, Actor by, @Nullable String because, Locale language) {
        var now = log.now();
        var startsAt = plan.startsAt(now.plus(soon), now);
        var asked = asked(item, plan.participants());
        var id = rows.add(item.number(), startsAt, plan.minutes(usualMinutes), plan.link(usualLink), by.name(), now);
        rows.invite(id, asked.stream().map(Person::username).toList());
        rows.write(id, Meeting.Part.AGENDA, 0, questions.agenda(item, language), by.name(), now);
        var names = asked.stream().map(Person::name).toList();
        log.tell(
                item.number(),
                "MEETING_CALLED",
                "Crisis meeting called for %s, with %s"
                        .formatted(log.time(item, startsAt), names.isEmpty() ? "nobody yet" : String.join(", ", names)),
                by,
                because);
        invitations.send(item, get(item.number(), id));
        return id;
    }

    private List<Person> asked(WorkItem item, List<String> further) {
        var asked =
                new ArrayList<>(onIt.of(item).stream().map(OnIt.Engaged::person).toList());
        further.stream()
                .map(username -> log.worker("participants", username))
                .filter(person -> !asked.contains(person))
                .forEach(asked::add);
        return asked;
    }

    /** Asks somebody else to come. */
    @Transactional
    public void invite(WorkItemNumber number, long id, @Nullable String username, Actor by) {
        var item = log.locked(number, by);
        var meeting = ahead(number, id);
        var person = log.worker("username", username);
        if (rows.invite(meeting.id(), List.of(person.username())) == 1) {
            log.tell(number, "MEETING_INVITED", "%s asked to the crisis meeting".formatted(person.name()), by, null);
            invitations.send(item, get(number, id));
        }
    }

    /** Changes when and where a meeting is; everybody gets the changed invitation. */
    @Transactional
    public void move(WorkItemNumber number, long id, MeetingPlan plan, Actor by) {
        var item = log.locked(number, by);
        var meeting = ahead(number, id);
        var startsAt = plan.startsAt() == null ? meeting.startsAt() : plan.startsAt(meeting.startsAt(), log.now());
        var minutes = plan.minutes(meeting.minutes());
        var link = plan.link(meeting.link());
        if (startsAt.equals(meeting.startsAt())
                && minutes == meeting.minutes()
                && Objects.equals(link, meeting.link())) {
            return;
        }
        rows.move(id, startsAt, minutes, link);
        log.tell(
                number,
                "MEETING_MOVED",
                "Crisis meeting moved to %s, %d minutes".formatted(log.time(item, startsAt), minutes),
                by,
                link);
        invitations.send(item, get(number, id));
    }

    @Transactional
    public void cancel(WorkItemNumber number, long id, @Nullable String because, Actor by) {
        var item = log.locked(number, by);
        if (get(number, id).state() == Meeting.State.CANCELLED) {
            return;
        }
        ahead(number, id);
        var reason = CrisisLog.text("because", because, 500, "Say in up to 500 characters why it is called off.");
        rows.end(id, Meeting.State.CANCELLED, by.name(), log.now());
        log.tell(number, "MEETING_CANCELLED", "Crisis meeting called off", by, reason);
        invitations.send(item, get(number, id));
    }

    /**
     * Ends a meeting.
     *
     * @param next when those concerned meet again; null where that is open
     */
    @Transactional
    public void end(WorkItemNumber number, long id, @Nullable Instant next, Actor by, Locale language) {
        var item = log.locked(number, by);
        var known = get(number, id);
        if (known.state() == Meeting.State.ENDED) {
            if (next != null && !stands(number, next)) {
                throw new Refusal.Conflict(
                        "The meeting was ended meanwhile by %s. Call the next one in the crisis room."
                                .formatted(log.name(String.valueOf(known.endedBy()))));
            }
            return;
        }
        var meeting = ahead(number, id);
        rows.end(id, Meeting.State.ENDED, by.name(), log.now());
        var came = meeting.participants().stream()
                .filter(one -> Boolean.TRUE.equals(one.attended()))
                .map(one -> log.name(one.username()))
                .toList();
        log.tell(
                number,
                "MEETING_ENDED",
                "Crisis meeting ended" + (came.isEmpty() ? "" : ", attended by " + String.join(", ", came)),
                by,
                meeting.words(Meeting.Part.DECISIONS).isEmpty() ? null : meeting.words(Meeting.Part.DECISIONS));
        if (next != null) {
            var everybody = meeting.participants().stream()
                    .map(Meeting.Participant::username)
                    .toList();
            call(item, new MeetingPlan(next, meeting.minutes(), link(meeting), everybody), by, null, language);
        }
        events.publishEvent(new CrisisMeetingEnded(number, next != null, log.now()));
    }

    /** Whether a meeting at that time was called already: then the same word was said twice. */
    private boolean stands(WorkItemNumber number, Instant at) {
        return of(number).stream()
                .anyMatch(one ->
                        one.state() == Meeting.State.CALLED && one.startsAt().equals(at));
    }

    private static String link(Meeting meeting) {
        return meeting.link() == null ? "" : meeting.link();
    }

    private Meeting get(WorkItemNumber number, long id) {
        return rows.find(number, id).orElseThrow(() -> MeetingRows.unknown(number));
    }

    private Meeting ahead(WorkItemNumber number, long id) {
        var meeting = get(number, id);
        if (!meeting.ahead()) {
            throw new Refusal.Conflict("This meeting is %s. Call another one."
                    .formatted(meeting.state() == Meeting.State.ENDED ? "over" : "called off"));
        }
        return meeting;
    }
}
