package org.relevo.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail to be sent once.
 *
 * @param uniqueKey names the reason: work item, reason, level, cycle, channel and recipient; a second mail with the same
 *     key is not written
 * @param workItem the number of the case that it is about, whose mails a mail program then shows together
 * @param username the recipient, where the mail goes to a person who signs in; their preferences hold
 * @param urgent whether it is delivered in quiet hours too, where the policy lets urgent mail through
 * @param html the HTML part; the same words as the text
 * @param answers the {@code Message-ID} of the mail that it answers, angle brackets and all
 * @param calendar an iCalendar object (RFC 5545) with its METHOD, where the mail invites to something or calls it off
 * @param attachments files that travel with it
 */
public record Mail(
        String uniqueKey,
        MailKind kind,
        boolean urgent,
        @Nullable String workItem,
        @Nullable Long escalation,
        @Nullable String username,
        String recipient,
        String subject,
        String text,
        String html,
        @Nullable String answers,
        @Nullable String calendar,
        List<Attachment> attachments) {

    /** Stands in both parts where the address of the page goes that acknowledges; it is made when the mail is sent. */
    public static final String ACKNOWLEDGE_ADDRESS = "@ACKNOWLEDGE_ADDRESS@";

    /** A file that travels with a mail. */
    public record Attachment(String name, String type, byte[] content) {
        public Attachment {
            oneLine("attachment's name", name);
            oneLine("attachment's type", type);
        }
    }

    /** A mail that says something and brings nothing along. */
    public Mail(
            String uniqueKey,
            MailKind kind,
            boolean urgent,
            @Nullable String workItem,
            @Nullable Long escalation,
            @Nullable String username,
            String recipient,
            String subject,
            String text,
            String html) {
        this(
                uniqueKey,
                kind,
                urgent,
                workItem,
                escalation,
                username,
                recipient,
                subject,
                text,
                html,
                null,
                null,
                List.of());
    }

    public Mail {
        attachments = List.copyOf(attachments);
        oneLine("key", uniqueKey);
        oneLine("case", workItem);
        oneLine("recipient", recipient);
        oneLine("subject", subject);
        oneLine("mail answered", answers);
    }

    /** The same, as the answer to a mail. */
    public Mail answering(String messageId) {
        return new Mail(
                uniqueKey,
                kind,
                urgent,
                workItem,
                escalation,
                username,
                recipient,
                subject,
                text,
                html,
                messageId,
                calendar,
                attachments);
    }

    /** A line break in what becomes a header would let whoever wrote it add headers of their own. */
    private static void oneLine(String what, @Nullable String value) {
        if (value != null && value.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
            throw new IllegalArgumentException(
                    "The %s of a mail holds a line break or a NUL. Replace it with a space.".formatted(what));
        }
    }
}
