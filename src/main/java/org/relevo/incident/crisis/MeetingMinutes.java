package org.relevo.incident.crisis;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.people.People;
import org.relevo.people.Person;
import org.relevo.platform.Refusal;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is written of a meeting: its agenda, who came, what was found and decided. */
@Component
public class MeetingMinutes {

    private static final int LONGEST = 20_000;

    private final CrisisLog log;
    private final MeetingRows rows;
    private final People people;

    MeetingMinutes(CrisisLog log, MeetingRows rows, People people) {
        this.log = log;
        this.rows = rows;
        this.people = people;
    }

    /** Notes whether somebody was there; who was not asked may have come all the same. */
    @Transactional
    public void attended(WorkItemNumber number, long id, @Nullable String username, boolean attended, Actor by) {
        log.locked(number, by);
        var meeting = get(number, id);
        var person = username == null ? Optional.<Person>empty() : people.find(username);
        var who = person.orElseThrow(() -> new Refusal.Invalid("username", "Choose somebody by username."));
        var said = new Meeting.Participant(who.username(), attended);
        if (!meeting.participants().contains(said)) {
            rows.attended(id, who.username(), attended);
            log.tell(
                    number,
                    "MEETING_ATTENDED",
                    "%s %s the crisis meeting".formatted(who.name(), attended ? "attended" : "missed"),
                    by,
                    null);
        }
    }

    /**
     * Writes what stands under a heading.
     *
     * @param seen the version that the writer has seen; where there is a newer one, nothing is written
     */
    @Transactional
    public void write(WorkItemNumber number, long id, Meeting.Part part, @Nullable String text, int seen, Actor by) {
        log.locked(number, by);
        var meeting = get(number, id);
        if (meeting.state() == Meeting.State.CANCELLED) {
            throw new Refusal.Conflict("This meeting was called off. Write into another one.");
        }
        var words = CrisisLog.optional("text", text, LONGEST);
        if (words.equals(meeting.words(part))) {
            return;
        }
        if (!rows.write(id, part, seen, words, by.name(), log.now())) {
            var newest = Objects.requireNonNull(meeting.text(part));
            throw new Refusal.Conflict(
                    "%s has written version %d of it meanwhile, and you have not seen it. Compare both and save again."
                            .formatted(log.name(newest.byWhom()), newest.version()));
        }
        log.tell(
                number,
                part + "_WRITTEN",
                "%s of the crisis meeting written, version %d"
                        .formatted(
                                part.name().charAt(0) + part.name().substring(1).toLowerCase(Locale.ROOT), seen + 1),
                by,
                words.isEmpty() ? null : words);
    }

    private Meeting get(WorkItemNumber number, long id) {
        return rows.find(number, id).orElseThrow(() -> MeetingRows.unknown(number));
    }
}
