package org.relevo.incident.communication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.relevo.rules.Priority;
import org.relevo.rules.UpdateAudience;
import org.relevo.workitem.State;
import org.relevo.workitem.WorkItemNumber;

/**
 * What was told of an incident at an instant.
 *
 * @param number counted from 1 for each incident
 * @param state how the incident stood; so its priority
 * @param texts one for each audience that was told
 */
public record Update(
        long id,
        WorkItemNumber workItem,
        int number,
        Instant at,
        String by,
        State state,
        @Nullable Priority priority,
        List<Text> texts) {

    /** What one audience was told. */
    public record Text(UpdateAudience audience, Locale language, String subject, String body) {}

    Update with(Text text) {
        var all = new ArrayList<>(texts);
        all.add(text);
        return new Update(id, workItem, number, at, by, state, priority, List.copyOf(all));
    }
}
