package org.relevo.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case whose service has audiences that wait for news of it.
 *
 * @param type the work item's type, such as {@code INCIDENT}
 * @param tier how much depends on the service
 * @param audiences those of the service
 * @param serviceCalendar key of the calendar that the service counts by; so for its team, the caller and the supplier's
 *     contract
 */
public record UpdateFact(
        String type,
        Priority priority,
        @Nullable String service,
        @Nullable String tier,
        List<UpdateAudience> audiences,
        @Nullable String serviceCalendar,
        @Nullable String teamCalendar,
        @Nullable String callerCalendar,
        @Nullable String contractCalendar)
        implements Fact {

    public UpdateFact(String type, Priority priority, List<UpdateAudience> audiences) {
        this(type, priority, null, null, audiences, null, null, null, null);
    }

    /** The same case, as the table of calendars reads it. */
    CaseFact asCase() {
        return new CaseFact(
                type, null, null, service, null, tier, serviceCalendar, teamCalendar, callerCalendar, contractCalendar);
    }
}
