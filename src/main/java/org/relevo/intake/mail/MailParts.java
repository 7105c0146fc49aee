package org.relevo.intake.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.relevo.intake.mail.Letter.Attachment;

/** Walks through the parts of a mail: texts, files, reports. However they are nested, it comes to an end. */
final class MailParts {

    private static final int DEEPEST = 12;
    private static final int MOST = 200;
    private static final int LONGEST_TEXT = 200_000;

    private final List<String> plain = new ArrayList<>();
    private final List<String> html = new ArrayList<>();
    private final List<String> types = new ArrayList<>();
    private final List<Attachment> attachments = new ArrayList<>();
    private final StringBuilder deliveryStatus = new StringBuilder();
    private final StringBuilder returned = new StringBuilder();

    private MailParts() {}

    /**
     * What was found.
     *
     * @param deliveryStatus the part for machines of a report about delivery; empty where it is none
     * @param returned the header of the mail that such a report returns
     */
    record Read(String text, List<String> types, List<Attachment> attachments, String deliveryStatus, String returned) {

        static final Read NOTHING = new Read("", List.of(), List.of(), "", "");
    }

    static Read read(MimeMessage message) {
        var parts = new MailParts();
        parts.walk(message, 0);
        var text = String.join("\n\n", parts.plain).isBlank()
                ? HtmlText.of(String.join("<hr>", parts.html))
                : String.join("\n\n", parts.plain);
        return new Read(
                text.replace('\0', '\uFFFD').strip(),
                List.copyOf(parts.types),
                List.copyOf(parts.attachments),
                parts.deliveryStatus.toString(),
                parts.returned.toString());
    }

    /** A part that cannot be read is named as a file that came along, and the others are read all the same. */
    private void walk(MimePart part, int depth) {
        if (depth > DEEPEST || types.size() >= MOST) {
            return;
        }
        var type = type(part);
        types.add(type.getBaseType().toLowerCase(Locale.ROOT));
        try {
            if (type.match("multipart/*")) {
                walkAll(new MimeMultipart(part.getDataHandler().getDataSource()), depth);
            } else {
                leaf(part, type);
            }
        } catch (MessagingException | IOException | RuntimeException e) {
            attachments.add(new Attachment("unreadable part: " + type.getBaseType(), 0));
        }
    }

    private void walkAll(Multipart parts, int depth) throws MessagingException {
        for (var i = 0; i < parts.getCount(); i++) {
            if (parts.getBodyPart(i) instanceof MimePart inner) {
                walk(inner, depth + 1);
            }
        }
    }

    private void leaf(MimePart part, ContentType type) throws MessagingException, IOException {
        var name = fileName(part, type);
        if (type.match("message/delivery-status")) {
            deliveryStatus.append(MailCharset.text(stream(part), null, LONGEST_TEXT));
        } else if (type.match("message/*") || type.match("text/rfc822-headers")) {
            returned.append(MailCharset.text(stream(part), null, LONGEST_TEXT));
        } else if (name == null && type.match("text/plain")) {
            plain.add(MailCharset.text(stream(part), type.getParameter("charset"), LONGEST_TEXT));
        } else if (name == null && type.match("text/html")) {
            html.add(MailCharset.text(stream(part), type.getParameter("charset"), LONGEST_TEXT));
        } else {
            attachments.add(new Attachment(name == null ? type.getBaseType() : name, length(part)));
        }
    }

    /** Null for a text that is shown and not attached. */
    private static @Nullable String fileName(MimePart part, ContentType type) throws MessagingException {
        var name = part.getFileName();
        if (name == null) {
            return Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) ? type.getBaseType() : null;
        }
        try {
            name = MimeUtility.decodeText(name);
        } catch (UnsupportedEncodingException e) {
            // the name as it came says enough
        }
        var clean = name.replaceAll("[\\p{Cntrl}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]", "");
        return clean.length() > 120 ? clean.substring(0, 120) + "…" : clean;
    }

    private static long length(MimePart part) throws MessagingException, IOException {
        try (var content = stream(part)) {
            long length = 0;
            var buffer = new byte[8192];
            for (var read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                length += read;
            }
            return length;
        }
    }

    /** What a transfer encoding is that nobody knows, is taken as it stands. */
    private static InputStream stream(MimePart part) throws MessagingException, IOException {
        try {
            return part.getInputStream();
        } catch (MessagingException | IOException e) {
            if (part instanceof MimeMessage message) {
                return message.getRawInputStream();
            }
            return ((jakarta.mail.internet.MimeBodyPart) part).getRawInputStream();
        }
    }

    private static ContentType type(MimePart part) {
        try {
            var value = part.getContentType();
            return value == null ? plain() : new ContentType(value);
        } catch (MessagingException e) {
            return plain();
        }
    }

    private static ContentType plain() {
        try {
            return new ContentType("text/plain");
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
