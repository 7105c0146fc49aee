package org.relevo.incident;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.rules.Priority;

/** Says who answers for the incidents of a service for a while, beside or instead of the team that supports it. */
public interface Answering {

    /** Nothing where the rules of the incident itself decide. */
    Optional<Answer> of(String service, @Nullable Priority priority);

    /**
     * @param team that works on the incident; null where it is the one that the rules chose
     * @param reason why, as it stands on the case
     */
    record Answer(@Nullable String team, String reason) {}
}
