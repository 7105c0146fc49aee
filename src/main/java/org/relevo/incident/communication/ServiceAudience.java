package org.relevo.incident.communication;

import java.util.List;
import java.util.Locale;
import org.relevo.rules.UpdateAudience;

/**
 * Those of one kind who wait for news of a service's incidents.
 *
 * @param language in which drafts for them are written
 * @param people usernames
 * @param teams keys of teams, each of whose members is told
 * @param addresses mail addresses outside
 */
public record ServiceAudience(
        String service,
        UpdateAudience audience,
        Locale language,
        List<String> people,
        List<String> teams,
        List<String> addresses,
        List<Webhook> webhooks) {

    static ServiceAudience nobody(String service, UpdateAudience audience) {
        return new ServiceAudience(service, audience, Locale.ENGLISH, List.of(), List.of(), List.of(), List.of());
    }

    /** Whether anything is sent to it. */
    public boolean reached() {
        return !people.isEmpty() || !teams.isEmpty() || !addresses.isEmpty() || !webhooks.isEmpty();
    }
}
