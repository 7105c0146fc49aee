package org.relevo.incident.communication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.relevo.rules.UpdateAudience;

/**
 * Where updates are posted.
 *
 * @param shown its address as far as it may be shown
 * @param disabledBecause why nothing is posted to it any more, where that is so
 */
public record Webhook(
        long id,
        String service,
        UpdateAudience audience,
        String name,
        WebhookForm form,
        String shown,
        @Nullable Instant disabledAt,
        @Nullable String disabledBecause) {

    /** The host tells whose it is; the path is the secret. */
    static String masked(String address) {
        var path = address.indexOf('/', address.indexOf("://") + 3);
        return path < 0 ? address : address.substring(0, path) + "/…";
    }
}
