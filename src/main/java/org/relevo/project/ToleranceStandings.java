package org.relevo.project;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.relevo.commitment.Commitment;
import org.relevo.commitment.Commitments;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.stereotype.Component;

/** How the tolerances of projects stand. */
@Component
public class ToleranceStandings {

    private final ProjectTolerances tolerances;
    private final Commitments commitments;

    ToleranceStandings(ProjectTolerances tolerances, Commitments commitments) {
        this.tolerances = tolerances;
        this.commitments = commitments;
    }

    /**
     * A tolerance that counts, with what carries it.
     *
     * @param carried empty before there is anything to hold against it
     */
    public record Standing(
            Tolerance tolerance, List<Commitment> carried, boolean forecastExceeded, boolean actualExceeded) {}

    public List<Standing> of(Project project) {
        var number = project.number();
        var running = number == null
                ? Map.<Long, Commitment>of()
                : commitments.of(number).stream().collect(Collectors.toMap(Commitment::id, one -> one));
        return tolerances.current(project.key()).stream()
                .map(one -> standing(one, running))
                .toList();
    }

    private Standing standing(Tolerance tolerance, Map<Long, Commitment> running) {
        var watch = tolerances.watch(tolerance.id());
        return new Standing(
                tolerance,
                watch.commitments().stream()
                        .map(running::get)
                        .filter(Objects::nonNull)
                        .toList(),
                watch.forecastSince() != null,
                watch.actualSince() != null);
    }

    /** The commitment of each project's case that has used most of its tolerance, among those that run. */
    public Map<WorkItemNumber, Commitment> tightest(List<WorkItemNumber> numbers, Instant now) {
        return commitments.of(numbers).entrySet().stream()
                .flatMap(one -> one.getValue().stream().filter(Commitment::running))
                .collect(Collectors.toMap(
                        Commitment::workItem,
                        one -> one,
                        (one, other) -> one.usedShare(now) > other.usedShare(now)
                                        || one.usedShare(now) == other.usedShare(now) && one.id() < other.id()
                                ? one
                                : other));
    }
}
