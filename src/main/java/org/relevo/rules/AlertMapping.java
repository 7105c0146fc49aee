package org.relevo.rules;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an alert's labels say of the service affected, the impact and the urgency, by a table. */
public interface AlertMapping {

    /**
     * Reads an alert's labels: for each of the three, the first row of the table that matches and says something of it.
     *
     * @param source which door it came in by: {@code alertmanager}, {@code grafana}, {@code pagerduty}
     */
    Mapped map(String source, Map<String, String> labels);

    /**
     * @param service key of a service as the table or the label names it; nobody has checked that it exists
     * @param because the rows that decided, in words
     */
    record Mapped(
            @Nullable String service,
            @Nullable Rating impact,
            @Nullable Rating urgency,
            String because) {}
}
