package org.relevo.project.issue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.relevo.commitment.Commitments;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.relevo.project.issue.IssueEvents.IssueWithdrawn;
import org.relevo.project.issue.ProjectIssue.Impact;
import org.relevo.project.issue.ProjectIssue.Outcome;
import org.relevo.project.issue.ProjectIssue.Status;
import org.relevo.project.money.Entered;
import org.relevo.rules.AssignPriority;
import org.relevo.rules.Metric;
import org.relevo.rules.OpenCommitment;
import org.relevo.rules.Rating;
import org.relevo.workitem.State;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItemType;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is done with an issue after it was raised. Each verb is one transaction, or part of the engine's. */
@Component
public class IssueDesk {

    private static final int WORDS = 4_000;
    private static final int REASON = 1_000;

    private final IssueRows rows;
    private final IssueParts parts;
    private final IssueRules rules;
    private final IssueCase cases;
    private final Commitments commitments;
    private final ApplicationEventPublisher events;

    IssueDesk(
            IssueRows rows,
            IssueParts parts,
            IssueRules rules,
            IssueCase cases,
            Commitments commitments,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.parts = parts;
        this.rules = rules;
        this.cases = cases;
        this.commitments = commitments;
        this.events = events;
    }

    public ProjectIssue get(WorkItemNumber number) {
        return cases.get(number);
    }

    /** Of a project, or of all where it is null: the open ones first; page counted from 0. */
    public List<ProjectIssue> of(@Nullable String project, int page, int size) {
        return rows.of(project, page, size);
    }

    public long count(@Nullable String project) {
        return rows.count(project);
    }

    public List<Position> positions(WorkItemNumber number) {
        return parts.positions(number);
    }

    /**
     * Says what an issue takes if nothing is done. Rules rate it, and by that its targets.
     *
     * @param typed days, cost, scope (each may be left blank for none), urgency and words
     */
    @Transactional
    public void assess(WorkItemNumber number, Map<String, String> typed, Actor by) {
        var issue = cases.led(number, by);
        IssueCase.require(issue, "assessed", Status.RAISED, Status.ASSESSED);
        var entered = new Entered(typed);
        var impact = new Impact(days(entered, "days"), amount(entered, "cost"), amount(entered, "scope"));
        var words = entered.needed("words", WORDS);
        var urgency = entered.one("urgency", Rating.class);
        entered.check();
        var now = cases.now();
        var project = cases.project(issue);
        var severity = rules.severity(number, project, impact, now);
        rows.assessed(number, impact, words, severity.rating(), severity.because());
        var outcome =
                rules.owed(number, WorkItemType.PROJECT_ISSUE, severity.rating(), urgency, project.manager(), now);
        var priority = outcome.one(AssignPriority.class);
        cases.save(
                number,
                item -> item.acknowledged(null)
                        .rated(
                                severity.rating(),
                                urgency,
                                priority.map(AssignPriority::priority).orElse(item.priority()),
                                priority.map(AssignPriority::because).orElse("")));
        commitments.meet(number, Metric.ASSESSMENT, now);
        commitments.retarget(
                number,
                outcome.all(OpenCommitment.class).stream()
                        .filter(one -> one.metric() != Metric.ASSESSMENT)
                        .toList(),
                cases.now(),
                severity.because());
        cases.tell(
                number,
                "ASSESSED",
                "Impact assessed: " + said(impact, project.currency().getCurrencyCode()),
                by,
                severity.because());
    }

    static int days(Entered entered, String field) {
        var days = entered.numberOrNull(field, 0);
        if (days != null && (days.signum() < 0 || days.compareTo(BigDecimal.valueOf(9_999)) > 0)) {
            entered.problem(field, "Give from 0 to 9999 days.");
            return 0;
        }
        return days == null ? 0 : days.intValue();
    }

    static BigDecimal amount(Entered entered, String field) {
        var amount = entered.numberOrNull(field, 2);
        if (amount != null && amount.signum() < 0) {
            entered.problem(field, "Give zero or more.");
        }
        return amount == null ? new BigDecimal("0.00") : amount.setScale(2, java.math.RoundingMode.UNNECESSARY);
    }

    static String said(Impact impact, String currency) {
        return "%d days, %s %s, scope %s"
                .formatted(
                        impact.days(),
                        impact.cost().toPlainString(),
                        currency,
                        impact.scope().toPlainString());
    }

    /** Says what the root cause is. */
    @Transactional
    public void cause(WorkItemNumber number, String cause, Actor by) {
        var issue = cases.led(number, by);
        IssueCase.require(issue, "analysed", Status.ASSESSED, Status.ALIGNING, Status.ANALYSING);
        rows.cause(number, text("cause", cause, WORDS));
        cases.tell(number, "CAUSE_FOUND", "Root cause: " + cause.strip(), by, null);
    }

    /**
     * Asks for the approval of its plan: the sponsor's where a tolerance is exceeded, or will be, else the project manager's.
     *
     * @return who approves; null where nobody has that role
     */
    @Transactional
    public @Nullable String submit(WorkItemNumber number, Actor by) {
        var issue = cases.led(number, by);
        IssueCase.require(issue, "sent to approval", Status.PLANNING, Status.WATCHING);
        if (parts.actions(number).stream().noneMatch(one -> one.status() != IssueAction.Status.DROPPED)) {
            throw new Refusal.Conflict(
                    "%s has no action yet. Plan at least one on its page, or withdraw it.".formatted(number));
        }
        var project = cases.project(issue);
        var sponsors = rules.beyond(project, issue.severity()) && project.sponsor() != null;
        var approver = sponsors ? project.sponsor() : project.manager();
        rows.approval(number, approver);
        cases.tell(
                number,
                "PLAN_SUBMITTED",
                "Action plan sent to approval by the " + (sponsors ? "sponsor" : "project manager"),
                by,
                sponsors ? "a tolerance is, or will be, exceeded" : "the project stays within its tolerances");
        return approver;
    }

    @Transactional
    public void approve(WorkItemNumber number, Actor by) {
        var issue = cases.open(number);
        IssueCase.require(issue, "approved", Status.APPROVAL);
        requireApprover(issue, by);
        rows.approved(number, by.name());
        cases.tell(number, "PLAN_APPROVED", "Action plan approved", by, null);
    }

    @Transactional
    public void giveBack(WorkItemNumber number, String reason, Actor by) {
        var issue = cases.open(number);
        IssueCase.require(issue, "returned", Status.APPROVAL);
        requireApprover(issue, by);
        var because = text("reason", reason, REASON);
        rows.status(number, Status.PLANNING);
        cases.tell(number, "PLAN_RETURNED", "Action plan returned", by, because);
    }

    private void requireApprover(ProjectIssue issue, Actor by) {
        var project = cases.project(issue);
        var sponsors = Objects.equals(issue.approver(), project.sponsor()) && issue.approver() != null;
        if (sponsors) {
            project.requireSponsor(by);
        } else {
            project.requireLead(by);
        }
    }

    /** Back to planning, because the actions did not do. */
    @Transactional
    public void planMore(WorkItemNumber number, Actor by) {
        var issue = cases.led(number, by);
        IssueCase.require(issue, "planned again", Status.WATCHING);
        rows.status(number, Status.PLANNING);
        cases.tell(number, "PLAN_REOPENED", "More actions are needed", by, null);
    }

    /** Ends it: solved, or with the rest accepted, which needs a reason and that no action is open. */
    @Transactional
    public void close(WorkItemNumber number, Outcome outcome, String reason, Actor by) {
        var issue = cases.led(number, by);
        IssueCase.require(issue, "closed", Status.WATCHING);
        if (parts.actions(number).stream().anyMatch(IssueAction::open)) {
            throw new Refusal.Conflict(
                    "%s still has open actions. Finish or drop them on its page first.".formatted(number));
        }
        var because = outcome == Outcome.ACCEPTED ? text("reason", reason, REASON) : reason.strip();
        var now = cases.now();
        rows.end(number, Status.CLOSED, outcome, because, now);
        commitments.meet(number, Metric.ISSUE_RESOLUTION, now);
        cases.save(number, item -> item.moved(State.CLOSED, now));
        cases.tell(
                number,
                "CLOSED",
                outcome == Outcome.SOLVED ? "Solved" : "Closed, the rest is accepted",
                by,
                because.isEmpty() ? null : because);
    }

    /** Ends it as one that never was. */
    @Transactional
    public void withdraw(WorkItemNumber number, String reason, Actor by) {
        cases.led(number, by);
        var because = text("reason", reason, REASON);
        var now = cases.now();
        parts.actions(number).stream().filter(IssueAction::open).forEach(one -> {
            parts.end(one.number(), IssueAction.Status.DROPPED, because, by.name(), now);
            commitments.cancel(one.number(), now);
            cases.save(one.number(), item -> item.moved(State.CLOSED, now));
        });
        rows.end(number, Status.WITHDRAWN, null, because, now);
        commitments.cancel(number, now);
        cases.save(number, item -> item.moved(State.CLOSED, now));
        cases.tell(number, "WITHDRAWN", "Withdrawn", by, because);
        events.publishEvent(new IssueWithdrawn(number));
    }

    static String text(String field, String typed, int longest) {
        var entered = new Entered(Map.of(field, typed));
        var text = entered.needed(field, longest);
        entered.check();
        return text;
    }
}
