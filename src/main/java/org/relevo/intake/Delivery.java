package org.relevo.intake;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Alerts of one group, as a tool sent them together.
 *
 * @param truncated how many further alerts of the group the tool left out
 */
public record Delivery(String source, String groupKey, List<Alert> alerts, int truncated) {

    /** Each alert once; where it came both firing and resolved it is resolved, since that is final. */
    Collection<Alert> distinct() {
        var distinct = new LinkedHashMap<Alert.Key, Alert>();
        alerts.forEach(alert -> distinct.merge(alert.key(), alert, (a, b) -> b.resolved() ? b : a));
        return distinct.values();
    }
}
