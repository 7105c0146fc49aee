package org.relevo.notification;

import org.jspecify.annotations.Nullable;

/**
 * A mail to be sent once.
 *
 * @param uniqueKey names the reason: work item, reason, level, cycle, channel and recipient; a second mail with the same
 *     key is not written
 * @param username the recipient, where the mail goes to a person who signs in
 * @param html the HTML part; the same words as the text
 */
public record Mail(
        String uniqueKey,
        String workItem,
        @Nullable Long escalation,
        @Nullable String username,
        String recipient,
        String subject,
        String text,
        String html) {

    /** Stands in both parts where the address of the page goes that acknowledges; it is made when the mail is sent. */
    public static final String ACKNOWLEDGE_ADDRESS = "@ACKNOWLEDGE_ADDRESS@";
}
