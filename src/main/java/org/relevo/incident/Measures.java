package org.relevo.incident;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relevo.commitment.Commitment;
import org.relevo.commitment.Commitments;
import org.relevo.platform.Refusal;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How long incidents took. Nothing of it is kept: it is worked out from the timeline and the ledger each time. */
@Component
public class Measures {

    /** The task in a process whose completion means that people can work again, whatever it is called there. */
    static final String RESTORE = "restoreService";

    private final WorkItems workItems;
    private final ObjectProvider<CaseCourse> course;
    private final Timeline timeline;
    private final Commitments commitments;
    private final Clock clock;

    Measures(
            WorkItems workItems,
            ObjectProvider<CaseCourse> course,
            Timeline timeline,
            Commitments commitments,
            Clock clock) {
        this.workItems = workItems;
        this.course = course;
        this.timeline = timeline;
        this.commitments = commitments;
        this.clock = clock;
    }

    public Measured of(WorkItemNumber number) {
        var item = workItems
                .find(number)
                .orElseThrow(() -> new Refusal.NotFound(
                        "There is no incident %s. Look for it in the list of incidents.".formatted(number)));
        var now = clock.instant();
        var holds = held(commitments.of(number), now);
        var known = new Measured.Known(item.raisedAt(), item.endedAt(), timeline.of(number), holds, restoring(number));
        return Measured.of(known, now);
    }

    private Set<String> restoring(WorkItemNumber number) {
        return course.getObject().steps(number).stream()
                .filter(step -> step.element().equals(RESTORE))
                .map(CaseCourse.Step::name)
                .collect(Collectors.toSet());
    }

    static List<Measured.Held> held(List<Commitment> commitments, Instant now) {
        return commitments.stream().flatMap(commitment -> held(commitment, now)).toList();
    }

    /** A hold that nobody has ended goes on until its commitment ended. */
    private static Stream<Measured.Held> held(Commitment commitment, Instant now) {
        var end = Objects.requireNonNullElse(commitment.endedAt(), now);
        return commitment.holds().stream()
                .map(hold -> new Measured.Held(
                        hold.from(), hold.to() == null || hold.to().isAfter(end) ? end : hold.to()));
    }
}
