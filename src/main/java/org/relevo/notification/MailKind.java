package org.relevo.notification;

/** What a mail is for; people choose by it which mails they want. */
public enum MailKind {
    ESCALATION,
    ALL_CLEAR,
    REPORT,
    DIGEST,
    NOTICE,
    /** Asks to a meeting, moves it or calls it off. */
    INVITATION
}
