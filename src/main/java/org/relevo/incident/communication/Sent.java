package org.relevo.incident.communication;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.relevo.rules.UpdateAudience;

/** An update with who got it and what became of that. */
public record Sent(Update update, List<Receipt> receipts) {

    /** How many recipients will not get it unless somebody acts. */
    public long failed() {
        return receipts.stream().filter(Receipt::failed).count();
    }

    /** How many it is on the way to. */
    public long waiting() {
        return receipts.stream().filter(Receipt::waiting).count();
    }

    /** By what an update reaches somebody. */
    public enum Channel {
        MAIL,
        WEBHOOK
    }

    /**
     * What became of an update on its way to one recipient.
     *
     * @param recipient a mail address, or the name of a webhook
     * @param username where the recipient is a person who signs in
     * @param state as the outbox names it
     * @param answer what the other side said last
     */
    public record Receipt(
            UpdateAudience audience,
            Channel channel,
            String recipient,
            @Nullable String username,
            String state,
            int attempts,
            @Nullable Instant at,
            @Nullable String answer) {

        public boolean failed() {
            return state.equals("DEAD") || state.equals("REFUSED");
        }

        public boolean waiting() {
            return Set.of("PENDING", "SENDING", "RETRYING", "DEFERRED").contains(state);
        }
    }
}
