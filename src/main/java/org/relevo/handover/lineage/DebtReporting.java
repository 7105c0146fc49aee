package org.relevo.handover.lineage;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.relevo.handover.Handover;
import org.relevo.handover.Handovers;
import org.relevo.project.Project;
import org.relevo.rules.DebtFact;
import org.relevo.rules.DecisionLog;
import org.relevo.rules.Fact;
import org.relevo.rules.ReopenException;
import org.relevo.rules.RuleBook;
import org.relevo.rules.Topic;
import org.relevo.service.Service;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the sponsor what is confirmed, once a day at most, and has the rules judge whether it is too much. */
@Component
public class DebtReporting {

    private final Handovers handovers;
    private final DebtLedger ledger;
    private final DebtRows rows;
    private final Lines lines;
    private final Reopening reopening;
    private final DebtMail mail;
    private final RuleBook ruleBook;
    private final DecisionLog decisions;
    private final Timeline timeline;
    private final Clock clock;

    DebtReporting(
            Handovers handovers,
            DebtLedger ledger,
            DebtRows rows,
            Lines lines,
            Reopening reopening,
            DebtMail mail,
            RuleBook ruleBook,
            DecisionLog decisions,
            Timeline timeline,
            Clock clock) {
        this.handovers = handovers;
        this.ledger = ledger;
        this.rows = rows;
        this.lines = lines;
        this.reopening = reopening;
        this.mail = mail;
        this.ruleBook = ruleBook;
        this.decisions = decisions;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Since when a debt is beyond its tolerance, and why; empty words where it is not. */
    public record Standing(boolean beyond, String rule, String because) {}

    public Standing standing(WorkItemNumber number) {
        var told = rows.read(number);
        return told.beyondSince() == null || told.rule() == null || told.because() == null
                ? new Standing(false, "", "")
                : new Standing(true, told.rule(), told.because());
    }

    /** Something was confirmed or withdrawn. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void changed(Handover handover) {
        rows.locked(handover.number());
        rows.changed(handover.number());
        look(handover.number());
    }

    /** Judges the debt as it is now, and tells what is to be told today. */
    @Transactional
    public void look(WorkItemNumber number) {
        var handover = handovers.get(number);
        var project = lines.project(handover);
        var told = rows.locked(number);
        var debt = ledger.of(number);
        var today = project.today(clock);
        if (judge(handover, project, debt, told)) {
            // the same lines went out with it
            rows.reported(number, today);
        } else if (told.changed()
                && (told.reportedOn() == null || told.reportedOn().isBefore(today))) {
            mail.debt(handover, project, debt, today, standing(number));
            rows.reported(number, today);
        }
    }

    /** Answers whether it has just become too much, and so was told at once. */
    private boolean judge(Handover handover, Project project, Debt debt, DebtRows.Told told) {
        var tier = lines.service(handover).map(Service::tier).orElse("");
        List<Fact> facts =
                List.of(new DebtFact(tier, debt.lines().size(), debt.minutes(), debt.cost(), debt.currency()));
        var outcome = ruleBook.decide(facts);
        var now = clock.instant();
        var beyond = outcome.one(ReopenException.class);
        if (beyond.isPresent() && told.beyondSince() == null) {
            decisions.record(handover.number().value(), Topic.HANDOVER, facts, outcome, now);
            exceeded(handover, project, debt, told, beyond.get(), now);
            return true;
        }
        if (beyond.isEmpty() && told.beyondSince() != null) {
            rows.within(handover.number());
            tell(handover, now, "DEBT_KEPT", "Handover debt is within its tolerance again", null);
        }
        return false;
    }

    private void exceeded(
            Handover handover, Project project, Debt debt, DebtRows.Told told, ReopenException beyond, Instant now) {
        tell(handover, now, "DEBT_EXCEEDED", "Handover debt is beyond its tolerance", beyond.because());
        var waits = told.reopened() != null && rows.open(told.reopened());
        var reopened = waits
                ? told.reopened()
                : reopening.reopen(handover, project, beyond.because()).orElse(null);
        tell(
                handover,
                now,
                "DEBT_REOPENED",
                reopened == null
                        ? "%s is closed: its sponsor and the service manager are told instead".formatted(project.name())
                        : "The exception of %s is open again: %s".formatted(project.name(), reopened),
                beyond.rule());
        rows.beyond(handover.number(), now, beyond.rule(), beyond.because(), reopened);
        mail.beyond(handover, project, debt, now, standing(handover.number()));
    }

    private void tell(
            Handover handover, Instant at, String kind, String text, @org.jspecify.annotations.Nullable String reason) {
        timeline.append(handover.number(), new TimelineEvent(at, kind, text, "relevo", reason));
        var project = lines.project(handover).number();
        if (project != null) {
            timeline.append(
                    project,
                    new TimelineEvent(at, kind, "%s: %s".formatted(handover.number(), text), "relevo", reason));
        }
    }
}
