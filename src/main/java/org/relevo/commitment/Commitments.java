package org.relevo.commitment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.rules.Agreement;
import org.relevo.rules.Metric;
import org.relevo.rules.OpenCommitment;
import org.relevo.workitem.WorkItemNumber;

/** What all cases owe. Whoever changes a case's commitments has locked the case, or does so here. */
public interface Commitments {

    /** Opens commitments that rules decided, and schedules their first checkpoints in the same transaction. */
    void open(WorkItemNumber number, List<OpenCommitment> decided, Instant from);

    /** Opens a tolerance on an amount. */
    Commitment open(
            WorkItemNumber number,
            Agreement agreement,
            Metric metric,
            Amount amount,
            List<Integer> checkpoints,
            String because,
            Actor by);

    /** Notes what an amount is now; the checkpoints that it passes thereby are handled at once. */
    Commitment report(long id, BigDecimal amount, @Nullable String note, Actor by);

    /**
     * Gives running commitments the targets that rules decided anew. What was used and held stays so; one that is no longer
     * promised is cancelled, one that is newly promised counts from an instant.
     *
     * @param because what changed, in words, such as {@code priority P3 → P1}
     */
    void retarget(WorkItemNumber number, List<OpenCommitment> decided, Instant from, String because);

    /** Ends a running commitment of that metric as met, if there is one; one already breached stays breached. */
    void meet(WorkItemNumber number, Metric metric, Instant at);

    /** Ends whatever still runs, because the case no longer needs it. */
    void cancel(WorkItemNumber number, Instant at);

    /** Ends one that still runs, because another takes its place. */
    void cancel(long id, Instant at);

    /**
     * Lets the holdable commitments of a case stand still.
     *
     * @param from may lie in the past
     * @param to when it will have been, or was, resumed; null where nobody knows yet
     * @return how many stand still now or stood still then
     */
    int hold(WorkItemNumber number, Instant from, @Nullable Instant to, String because, Actor by);

    /**
     * Lets everything that a case owes stand still from now on until it is resumed, also what a hold leaves running: the
     * work is done on another case. Answers how many stand still.
     */
    int suspend(WorkItemNumber number, String because, Actor by);

    /** Ends a hold that goes on; an instant in the past says that it ended then. Answers how many run again. */
    int resume(WorkItemNumber number, Instant at, Actor by);

    /** Lets a running commitment count from another start, as agreed afterwards. */
    void restart(long id, Instant startedAt, String because, Actor by);

    /** One commitment; refused where there is none. */
    Commitment get(long id);

    /** The commitments of a case, in the order in which they fall due. */
    List<Commitment> of(WorkItemNumber number);

    /** The commitments of several cases at once. */
    Map<WorkItemNumber, List<Commitment>> of(Collection<WorkItemNumber> numbers);

    /**
     * Lets the resolution of a case be owed again, which had ended at an instant.
     *
     * @param worked whether what was resolved worked until now; then the time in between does not count
     */
    void reopen(WorkItemNumber number, Instant endedAt, boolean worked, String because, Actor by);
}
