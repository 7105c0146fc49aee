package org.relevo.intake.mail;

/** What became of a mail. */
enum Outcome {
    /** The recipient of an escalation has answered it, and so taken the case on. */
    ACKNOWLEDGED,
    /** Its words are on the case's timeline, and that is all. */
    NOTED,
    RAISED,
    /** A mail server says that a mail of ours was not delivered. */
    BOUNCED,
    /** Written by a machine, or by ourselves; nothing was done. */
    IGNORED,
    /** One of too many of its sender's; nothing was done. */
    TOO_MANY,
    /** It may not do what it asks for, or is too large. */
    REFUSED,
    /** It could not be handled, and is not tried again. */
    FAILED,
    /** It could not be handled yet. */
    RETRYING
}
