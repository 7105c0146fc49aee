package org.relevo.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.rules.DecisionLog;
import org.relevo.rules.Fact;
import org.relevo.rules.GivenPriority;
import org.relevo.rules.MajorFact;
import org.relevo.rules.Priority;
import org.relevo.rules.ProposeMajor;
import org.relevo.rules.RuleBook;
import org.relevo.rules.Topic;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class MajorDesk implements MajorIncidents {

    private static final int LONGEST = 500;

    private final JdbcTemplate jdbc;
    private final WorkItems workItems;
    private final CaseFacts facts;
    private final Rerating rerating;
    private final RuleBook ruleBook;
    private final DecisionLog decisions;
    private final Impacts impacts;
    private final Duplicates duplicates;
    private final Timeline timeline;
    private final Clock clock;

    MajorDesk(
            JdbcTemplate jdbc,
            WorkItems workItems,
            CaseFacts facts,
            Rerating rerating,
            RuleBook ruleBook,
            DecisionLog decisions,
            Impacts impacts,
            Duplicates duplicates,
            Timeline timeline,
            Clock clock) {
        this.jdbc = jdbc;
        this.workItems = workItems;
        this.facts = facts;
        this.rerating = rerating;
        this.ruleBook = ruleBook;
        this.decisions = decisions;
        this.impacts = impacts;
        this.duplicates = duplicates;
        this.timeline = timeline;
        this.clock = clock;
    }

    @EventListener
    void on(IncidentRaised raised) {
        propose(raised.incident());
    }

    @EventListener
    void on(IncidentPriorityChanged changed) {
        if (!changed.promoted() && !changed.demoted()) {
            propose(changed.incident());
        }
    }

    @EventListener
    void on(IncidentExtentChanged changed) {
        workItems.find(changed.workItem()).filter(item -> item.state().open()).ifPresent(this::propose);
    }

    @Override
    @Transactional
    public void consider(WorkItemNumber number) {
        workItems.locked(number).filter(item -> item.state().open()).ifPresent(this::propose);
    }

    private void propose(WorkItem item) {
        var priority = item.priority();
        if (priority == null || priority == Priority.P1) {
            return;
        }
        var service = facts.service(item.service());
        List<Fact> asked = List.of(new MajorFact(
                priority,
                item.impact(),
                service == null ? null : service.tier(),
                impacts.of(item.number()).users(),
                duplicates.childrenOf(item.number()).size()));
        var outcome = ruleBook.decide(asked);
        var proposals = outcome.all(ProposeMajor.class);
        var now = clock.instant();
        var added =
                proposals.stream().filter(one -> add(item.number(), one, now)).toList();
        if (!added.isEmpty()) {
            decisions.record(item.number().value(), Topic.PRIORITY, asked, outcome, now);
            timeline.append(
                    item.number(),
                    added.stream()
                            .map(one -> new TimelineEvent(
                                    now,
                                    "MAJOR_PROPOSED",
                                    "Proposed as a P1",
                                    "relevo",
                                    one.because() + " · " + one.rule()))
                            .toArray(TimelineEvent[]::new));
        }
    }

    private boolean add(WorkItemNumber number, ProposeMajor proposal, Instant now) {
        return jdbc.update("""
                        insert into major_candidate (work_item, rule, because, proposed_at) values (?, ?, ?, ?)
                        on conflict (work_item, rule) do nothing
                        """, number.value(), proposal.rule(), proposal.because(), Timestamp.from(now)) == 1;
    }

    @Override
    public List<Candidate> of(WorkItemNumber number) {
        return jdbc.query(
                "select * from major_candidate where work_item = ? order by proposed_at desc, id desc",
                MajorDesk::read,
                number.value());
    }

    @Override
    @Transactional
    public WorkItem accept(WorkItemNumber number, Actor by) {
        by.require(Role.SERVICE_MANAGER, Role.ADMIN);
        var item = open(number);
        var proposed = proposed(number);
        var because = proposed.get(0).because();
        decide(number, "ACCEPTED", because, by);
        return give(item, Priority.P1, because, by);
    }

    @Override
    @Transactional
    public void reject(WorkItemNumber number, String because, Actor by) {
        by.require(Role.SERVICE_MANAGER, Role.ADMIN);
        open(number);
        proposed(number);
        var reason = reason(because, "Say in up to 500 characters why it is none.");
        decide(number, "REJECTED", reason, by);
        timeline.append(
                number, new TimelineEvent(clock.instant(), "MAJOR_REJECTED", "Is no P1: " + reason, by.name(), null));
    }

    private List<Candidate> proposed(WorkItemNumber number) {
        var open = of(number).stream().filter(Candidate::open).toList();
        if (open.isEmpty()) {
            throw new Refusal.Conflict(
                    "%s is not proposed as a P1, or somebody has decided already. Reload the page.".formatted(number));
        }
        return open;
    }

    private void decide(WorkItemNumber number, String verdict, String because, Actor by) {
        jdbc.update("""
                update major_candidate set verdict = ?, decided_at = ?, decided_by = ?, decided_because = ?
                where work_item = ? and verdict is null
                """, verdict, Timestamp.from(clock.instant()), by.name(), because, number.value());
    }

    @Override
    @Transactional
    public WorkItem give(WorkItemNumber number, Priority priority, String because, Actor by) {
        by.require(Role.SERVICE_MANAGER, Role.ADMIN);
        var item = open(number);
        if (item.priority() == priority) {
            throw new Refusal.Conflict("%s is a %s already. Reload the page.".formatted(number, priority));
        }
        var reason = reason(because, "Say in up to 500 characters why it is a %s.".formatted(priority));
        if (priority == Priority.P1) {
            decide(number, "ACCEPTED", reason, by);
        }
        return give(item, priority, reason, by);
    }

    private WorkItem give(WorkItem item, Priority priority, String because, Actor by) {
        var kind = priority == Priority.P1 ? "PROMOTED" : item.priority() == Priority.P1 ? "DEMOTED" : "RATED";
        var given = new GivenPriority(priority, by.name(), because);
        return rerating.rerate(item, item.impact(), item.urgency(), given, kind, because, by);
    }

    private static String reason(String because, String remedy) {
        if (because.isBlank() || because.length() > LONGEST) {
            throw new Refusal.Invalid("because", remedy);
        }
        return because.strip();
    }

    private WorkItem open(WorkItemNumber number) {
        var item = workItems
                .locked(number)
                .orElseThrow(() -> new Refusal.NotFound(
                        "There is no incident %s. Look for it in the list of incidents.".formatted(number)));
        if (!item.state().open()) {
            throw new Refusal.Conflict("%s is %s; its priority is settled. Reopen it first."
                    .formatted(number, item.state().name().toLowerCase(java.util.Locale.ROOT)));
        }
        return item;
    }

    private static Candidate read(ResultSet row, int index) throws SQLException {
        return new Candidate(
                row.getLong("id"),
                new WorkItemNumber(row.getString("work_item")),
                row.getString("rule"),
                row.getString("because"),
                Objects.requireNonNull(instant(row.getTimestamp("proposed_at"))),
                row.getString("verdict"),
                instant(row.getTimestamp("decided_at")),
                row.getString("decided_by"),
                row.getString("decided_because"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
