package org.relevo.project.issue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relevo.commitment.Commitments;
import org.relevo.people.Actor;
import org.relevo.people.People;
import org.relevo.people.Person;
import org.relevo.project.Project;
import org.relevo.project.issue.IssueEvents.PositionsClosed;
import org.relevo.project.issue.ProjectIssue.Meeting;
import org.relevo.project.issue.ProjectIssue.Status;
import org.relevo.project.money.Entered;
import org.relevo.rules.Agreement;
import org.relevo.rules.Metric;
import org.relevo.rules.OpenCommitment;
import org.relevo.rules.TimeTarget;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Aligns the parties: a meeting, and what each of them says by a day. */
@Component
public class Alignment {

    private static final int MOST = 30;

    private final IssueCase cases;
    private final IssueRows rows;
    private final IssueParts parts;
    private final IssueInvitations invitations;
    private final People people;
    private final Commitments commitments;
    private final ApplicationEventPublisher events;

    Alignment(
            IssueCase cases,
            IssueRows rows,
            IssueParts parts,
            IssueInvitations invitations,
            People people,
            Commitments commitments,
            ApplicationEventPublisher events) {
        this.cases = cases;
        this.rows = rows;
        this.parts = parts;
        this.invitations = invitations;
        this.people = people;
        this.commitments = commitments;
        this.events = events;
    }

    /**
     * Calls the parties to a meeting and asks each for a position.
     *
     * @param typed parties (usernames with blanks or commas between them; none where nobody is concerned), by (the last day),
     *     meetingOn and meetingAt (a day and an hour, in the project's zone; both blank for no meeting), minutes, link
     * @return the parties who are asked, each once
     */
    @Transactional
    public List<String> align(WorkItemNumber number, Map<String, String> typed, Actor by) {
        var issue = cases.led(number, by);
        IssueCase.require(issue, "aligned", Status.ASSESSED);
        var project = cases.project(issue);
        var entered = new Entered(typed);
        var asked = parties(entered);
        var now = cases.now();
        var until = until(entered, project, asked, now);
        var meeting = meeting(entered, project, now);
        entered.check();
        rows.aligning(number, meeting, until);
        asked.forEach(person -> parts.ask(number, person.username()));
        if (asked.isEmpty()) {
            rows.status(number, Status.ANALYSING);
            cases.tell(number, "PARTIES_ASKED", "Nobody else is concerned", by, null);
            return List.of();
        }
        commitments.open(number, List.of(owed(until, now)), now);
        if (meeting != null) {
            invitations.send(number, meeting, asked, now);
        }
        cases.tell(
                number,
                "PARTIES_ASKED",
                "Asked for their position: "
                        + String.join(", ", asked.stream().map(Person::name).toList()),
                by,
                meeting == null ? null : "meeting at %s".formatted(meeting.at().atZone(project.zone())));
        return asked.stream().map(Person::username).toList();
    }

    private List<Person> parties(Entered entered) {
        var names = new LinkedHashSet<>(Arrays.asList(entered.text("parties").split("[\\s,;]+")));
        names.remove("");
        if (names.size() > MOST) {
            entered.problem("parties", "Name at most %d people.".formatted(MOST));
            return List.of();
        }
        names.stream()
                .filter(name -> people.find(name).filter(Person::enabled).isEmpty())
                .forEach(name ->
                        entered.problem("parties", "Nobody who can sign in has the username \"%s\".".formatted(name)));
        return names.stream().flatMap(name -> people.find(name).stream()).toList();
    }

    private static Instant until(Entered entered, Project project, List<Person> asked, Instant now) {
        if (asked.isEmpty() && entered.text("by").isEmpty()) {
            return now;
        }
        var until = entered.day("by")
                .plusDays(1)
                .atTime(LocalTime.MIDNIGHT)
                .atZone(project.zone())
                .toInstant();
        if (!until.isAfter(now)) {
            entered.problem("by", "That day is over. Choose a later one.");
        }
        return until;
    }

    private static @Nullable Meeting meeting(Entered entered, Project project, Instant now) {
        if (entered.text("meetingOn").isEmpty() && entered.text("meetingAt").isEmpty()) {
            return null;
        }
        var day = entered.day("meetingOn");
        var minutes = entered.numberOrNull("minutes", 0);
        var length = minutes == null ? 30 : minutes.intValue();
        if (length < 5 || length > 480) {
            entered.problem("minutes", "Give from 5 to 480 minutes.");
        }
        var link = entered.optional("link", 500);
        if (!link.isEmpty() && !link.matches("https://[^\\s\"<>]+")) {
            entered.problem("link", "Give an address that begins with https://.");
        }
        try {
            var at = day.atTime(LocalTime.parse(entered.text("meetingAt")))
                    .atZone(project.zone())
                    .toInstant();
            if (!at.isAfter(now)) {
                entered.problem("meetingOn", "That is over. Choose a later time.");
            }
            return new Meeting(at, length, link);
        } catch (java.time.DateTimeException e) {
            entered.problem("meetingAt", "Give an hour of the day such as 14:30.");
            return null;
        }
    }

    private static OpenCommitment owed(Instant until, Instant now) {
        return new OpenCommitment(
                Agreement.OLA,
                Metric.ACCEPTANCE,
                null,
                TimeTarget.of(Duration.between(now, until)),
                List.of(75, 100),
                false,
                "always",
                "a day was agreed",
                "the project manager",
                "each party's position was asked for by that day");
    }

    /** Goes on without the positions that are missing, with a reason. */
    @Transactional
    public void goOn(WorkItemNumber number, String reason, Actor by) {
        var issue = cases.led(number, by);
        IssueCase.require(issue, "taken further", Status.ALIGNING);
        var because = IssueDesk.text("reason", reason, 1_000);
        commitments.meet(number, Metric.ACCEPTANCE, cases.now());
        rows.status(number, Status.ANALYSING);
        cases.tell(number, "POSITIONS_CLOSED", "Goes on without the positions that are missing", by, because);
        events.publishEvent(new PositionsClosed(number));
    }

    /** Records what a party says; once all have spoken, nothing more is owed. */
    @Transactional
    public void position(WorkItemNumber number, String stance, String words, Actor by) {
        var issue = cases.open(number);
        IssueCase.require(issue, "answered", Status.ALIGNING);
        var entered = new Entered(Map.of("stance", stance, "words", words));
        var taken = entered.one("stance", Position.Stance.class);
        var said = taken == Position.Stance.AGREES ? entered.optional("words", 2_000) : entered.needed("words", 2_000);
        entered.check();
        var now = cases.now();
        if (!parts.said(number, by.name(), taken, said, now)) {
            throw new org.relevo.platform.Refusal.NotAllowed(
                    "%s was not asked for a position on %s.".formatted(by.name(), number));
        }
        cases.tell(
                number,
                "POSITION_TAKEN",
                switch (taken) {
                    case AGREES -> "Agrees";
                    case CONDITIONS -> "Agrees on conditions";
                    case DISAGREES -> "Disagrees";
                },
                by,
                said.isEmpty() ? null : said);
        if (parts.positions(number).stream().allMatch(one -> one.stance() != null)) {
            commitments.meet(number, Metric.ACCEPTANCE, now);
            rows.status(number, Status.ANALYSING);
        }
    }
}
