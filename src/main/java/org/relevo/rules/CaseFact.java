package org.relevo.rules;

import org.jspecify.annotations.Nullable;

/**
 * A case as it stands when its priority, team and targets are decided.
 *
 * @param type the work item's type, such as {@code INCIDENT}
 * @param service key of the service affected, if one is known
 * @param serviceTeam key of the team that supports that service, if it has one
 * @param tier how much depends on the service: {@code gold}, {@code silver} or {@code bronze}
 * @param serviceCalendar key of the calendar that the service counts by; so for its team, the caller and the supplier's
 *     contract
 */
public record CaseFact(
        String type,
        @Nullable Rating impact,
        @Nullable Rating urgency,
        @Nullable String service,
        @Nullable String serviceTeam,
        @Nullable String tier,
        @Nullable String serviceCalendar,
        @Nullable String teamCalendar,
        @Nullable String callerCalendar,
        @Nullable String contractCalendar)
        implements Fact {

    public CaseFact(
            String type,
            @Nullable Rating impact,
            @Nullable Rating urgency,
            @Nullable String service,
            @Nullable String serviceTeam) {
        this(type, impact, urgency, service, serviceTeam, null, null, null, null, null);
    }
}
