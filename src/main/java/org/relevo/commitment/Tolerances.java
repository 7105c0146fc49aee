package org.relevo.commitment;

import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens tolerances on amounts, as somebody has agreed them. */
@Component
public class Tolerances {

    private final Commitments commitments;
    private final WorkItems workItems;

    Tolerances(Commitments commitments, WorkItems workItems) {
        this.commitments = commitments;
        this.workItems = workItems;
    }

    public static void require(Actor by) {
        by.require(Role.SERVICE_MANAGER, Role.PROJECT_MANAGER, Role.ADMIN);
    }

    /** Refused where the case has ended, and where a tolerance of that kind runs on it already. */
    @Transactional
    public Commitment open(WorkItemNumber number, AmountForm form, Actor by) {
        require(by);
        var item = workItems
                .locked(number)
                .orElseThrow(() -> new Refusal.NotFound(
                        "There is no work item %s. Look for it in the list of incidents.".formatted(number)));
        var checked = form.check();
        if (!item.state().open()) {
            throw new Refusal.Conflict("%s is %s and takes on nothing new. Reopen it first."
                    .formatted(number, item.state().name().toLowerCase(java.util.Locale.ROOT)));
        }
        commitments.of(number).stream()
                .filter(Commitment::running)
                .filter(c -> c.metric() == checked.metric() && c.agreement() == checked.agreement())
                .findFirst()
                .ifPresent(c -> {
                    throw new Refusal.Conflict("%s has a %s tolerance (%s) that runs already. Report its amount there."
                            .formatted(number, c.metric().word(), c.agreement()));
                });
        return commitments.open(
                number,
                checked.agreement(),
                checked.metric(),
                checked.amount(),
                checked.checkpoints(),
                checked.because(),
                by);
    }
}
