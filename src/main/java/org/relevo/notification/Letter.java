package org.relevo.notification;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A mail as it travels. It keeps the id it was given when its row was written, so that a second copy is known as one. */
class Letter extends MimeMessage {

    private static final Pattern METHOD = Pattern.compile("(?m)^METHOD:([A-Z]+)\\s*$");

    private final String messageId;

    Letter(Session session, String messageId) throws MessagingException {
        super(session);
        this.messageId = messageId;
    }

    /** Who it is from and for, in whose thread. */
    Letter addressed(InternetAddress from, InternetAddress to, String subject, Instant at) throws MessagingException {
        setFrom(from);
        setRecipient(RecipientType.TO, to);
        setSubject(subject, "UTF-8");
        setSentDate(Date.from(at));
        // RFC 3834: nobody's out-of-office notice is to answer; the second is what Exchange heeds.
        setHeader("Auto-Submitted", "auto-generated");
        setHeader("X-Auto-Response-Suppress", "All");
        return this;
    }

    Letter about(@Nullable String workItem, String threadId) throws MessagingException {
        if (workItem != null) {
            setHeader("In-Reply-To", threadId);
            setHeader("References", threadId);
            setHeader("X-Relevo-Case", workItem);
        }
        return this;
    }

    /** After {@link #about}: a mail program then shows it in the thread of the case and of the mail that it answers. */
    Letter answering(@Nullable String messageId) throws MessagingException {
        if (messageId != null) {
            var thread = getHeader("References", " ");
            setHeader("In-Reply-To", messageId);
            setHeader("References", thread == null ? messageId : thread + "\r\n " + messageId);
            setHeader("Auto-Submitted", "auto-replied");
        }
        return this;
    }

    Letter answeredAt(@Nullable String address) throws MessagingException {
        if (address != null) {
            setReplyTo(new InternetAddress[] {new InternetAddress(address)});
        }
        return this;
    }

    Letter saying(String text, String html, @Nullable String calendar, List<Mail.Attachment> attachments)
            throws MessagingException {
        var plain = new MimeBodyPart();
        plain.setText(text, "UTF-8");
        var rich = new MimeBodyPart();
        rich.setText(html, "UTF-8", "html");
        var words = new MimeMultipart("alternative", plain, rich);
        var files = new ArrayList<>(attachments);
        if (calendar != null) {
            files.add(invitation(calendar, words));
        }
        setContent(files.isEmpty() ? words : mixed(words, files));
        saveChanges();
        return this;
    }

    /** Calendar programs look for the object among the alternatives (RFC 6047); others offer the file. */
    private static Mail.Attachment invitation(String calendar, MimeMultipart words) throws MessagingException {
        var method = METHOD.matcher(calendar);
        var type = "text/calendar; charset=UTF-8; method=" + (method.find() ? method.group(1) : "PUBLISH");
        var content = calendar.getBytes(StandardCharsets.UTF_8);
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(content, type)));
        words.addBodyPart(part);
        return new Mail.Attachment("invite.ics", "application/ics; name=invite.ics", content);
    }

    private static MimeMultipart mixed(MimeMultipart words, List<Mail.Attachment> attachments)
            throws MessagingException {
        var body = new MimeBodyPart();
        body.setContent(words);
        var all = new MimeMultipart("mixed", body);
        for (var attachment : attachments) {
            var file = new MimeBodyPart();
            file.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment.content(), attachment.type())));
            file.setFileName(attachment.name());
            file.setDisposition(Part.ATTACHMENT);
            all.addBodyPart(file);
        }
        return all;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
