package org.relevo.rules;

import org.jspecify.annotations.Nullable;

/**
 * A case as it stands when its priority, team and targets are decided.
 *
 * @param type the work item's type, such as {@code INCIDENT}
 * @param service key of the service affected, if one is known
 * @param serviceTeam key of the team that supports that service, if it has one
 */
public record CaseFact(
        String type,
        @Nullable Rating impact,
        @Nullable Rating urgency,
        @Nullable String service,
        @Nullable String serviceTeam)
        implements Fact {}
