package org.relevo.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relevo.workitem.WorkItemNumber;

/**
 * What a delivery changes of what is known.
 *
 * @param fresh alerts never seen before, firing or already resolved
 * @param ended alerts that were known as firing and have resolved
 * @param same alerts that are known as they came, or are resolved and came firing once more
 */
record Changes(List<Alert> fresh, List<Ended> ended, List<AlertTable.Known> same) {

    record Ended(Alert alert, WorkItemNumber incident) {}

    static Changes of(Collection<Alert> alerts, Map<Alert.Key, AlertTable.Known> stored) {
        var changes = new Changes(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (var alert : alerts) {
            var known = stored.get(alert.key());
            if (known == null) {
                changes.fresh.add(alert);
            } else if (alert.resolved() && known.status() == Alert.Status.FIRING) {
                changes.ended.add(new Ended(alert, known.incident()));
            } else {
                changes.same.add(known);
            }
        }
        return changes;
    }

    boolean none() {
        return fresh.isEmpty() && ended.isEmpty();
    }

    List<Alert> endedAlerts() {
        return ended.stream().map(Ended::alert).toList();
    }

    Map<WorkItemNumber, List<Alert>> endedByIncident() {
        return ended.stream()
                .collect(Collectors.groupingBy(
                        Ended::incident, LinkedHashMap::new, Collectors.mapping(Ended::alert, Collectors.toList())));
    }

    /** An incident that a known alert is on. */
    Optional<WorkItemNumber> anyIncident() {
        return incidents().findFirst();
    }

    /** The incidents that may change: others must not change them meanwhile. */
    Set<WorkItemNumber> toLock(Optional<AlertTable.Group> group) {
        var numbers = new LinkedHashSet<WorkItemNumber>();
        ended.forEach(alert -> numbers.add(alert.incident()));
        if (!fresh.isEmpty()) {
            group.ifPresent(known -> numbers.add(known.incident()));
        }
        return numbers;
    }

    /** The incidents on which an alert has resolved, where new alerts go to the target. */
    Set<WorkItemNumber> resolvedOn(WorkItemNumber target) {
        var numbers = new LinkedHashSet<WorkItemNumber>();
        ended.forEach(alert -> numbers.add(alert.incident()));
        if (fresh.stream().anyMatch(Alert::resolved)) {
            numbers.add(target);
        }
        return numbers;
    }

    Receipt receipt() {
        return receipt(incidents());
    }

    Receipt receipt(WorkItemNumber target) {
        return receipt(fresh.isEmpty() ? incidents() : Stream.concat(Stream.of(target), incidents()));
    }

    private Receipt receipt(Stream<WorkItemNumber> numbers) {
        return new Receipt(
                numbers.map(WorkItemNumber::value).distinct().toList(), fresh.size() + ended.size(), same.size());
    }

    private Stream<WorkItemNumber> incidents() {
        return Stream.concat(ended.stream().map(Ended::incident), same.stream().map(AlertTable.Known::incident));
    }
}
