package org.relevo.notification;

/**
 * What people may choose about mails of a kind.
 *
 * @param mayBeUnwanted whether a person may switch them off
 * @param inQuietHours which of them are delivered in quiet hours all the same
 */
public record MailPolicy(MailKind kind, boolean mayBeUnwanted, Passing inQuietHours) {

    public enum Passing {
        ALL,
        URGENT,
        NONE
    }

    boolean passes(boolean urgent) {
        return inQuietHours == Passing.ALL || urgent && inQuietHours == Passing.URGENT;
    }
}
