package org.relevo.notification;

/** Empties the outbox when a test says so. */
public class DrainByHand {

    private final MailDrain drain;

    public DrainByHand(MailDrain drain) {
        this.drain = drain;
    }

    /** Sends what is due, over one connection, and answers how many mails that were. */
    public int now() {
        try (var connection = drain.connection()) {
            var handled = 0;
            for (var batch = drain.drain(connection); batch > 0; batch = drain.drain(connection)) {
                handled += batch;
            }
            return handled;
        }
    }
}
