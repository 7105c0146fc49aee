package org.relevo.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a mail is delivered: at once, in a digest after the recipient's quiet hours, or not at all.
 *
 * @param notBefore the end of the quiet hours
 */
record Delivery(String state, @Nullable Instant notBefore) {

    static final Delivery AT_ONCE = new Delivery("PENDING", null);
    static final Delivery UNWANTED = new Delivery("UNWANTED", null);

    static Delivery after(Instant quietHours) {
        return new Delivery("DEFERRED", quietHours);
    }
}
