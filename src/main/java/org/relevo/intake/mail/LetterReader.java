package org.relevo.intake.mail;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.relevo.intake.Sha256;
import org.relevo.intake.mail.MailParts.Read;

/** Understands a mail as far as it can be understood; what is broken in it is left out. */
final class LetterReader {

    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,250}>");
    private static final int LONGEST_SUBJECT = 500;
    private static final int MOST_REFERENCES = 50;
    /** Making one looks for mail providers in every jar. */
    private static final Session SESSION = tolerant();

    private LetterReader() {}

    static Letter read(RawMail raw) throws MessagingException {
        var message = new MimeMessage(SESSION, new ByteArrayInputStream(raw.bytes()));
        var headers = headers(message);
        var subject = decoded(first(headers, "subject"));
        var parts = raw.tooLarge() ? Read.NOTHING : MailParts.read(message);
        return new Letter(
                key(raw, headers),
                messageIds(headers, "message-id").stream().findFirst().orElse(null),
                from(headers),
                subject.length() > LONGEST_SUBJECT ? subject.substring(0, LONGEST_SUBJECT) : subject,
                raw.size(),
                raw.tooLarge(),
                headers,
                refersTo(headers),
                parts.text(),
                OwnText.of(parts.text()),
                parts.types(),
                parts.attachments(),
                bounce(headers, parts));
    }

    /** A mail that is only known by its bytes. */
    static Letter unreadable(RawMail raw) {
        return new Letter(
                key(raw, Map.of()),
                null,
                "",
                "",
                raw.size(),
                raw.tooLarge(),
                Map.of(),
                List.of(),
                "",
                "",
                List.of(),
                List.of(),
                null);
    }

    private static Session tolerant() {
        var properties = new Properties();
        properties.setProperty("mail.mime.allowutf8", "true");
        properties.setProperty("mail.mime.address.strict", "false");
        return Session.getInstance(properties);
    }

    private static Map<String, List<String>> headers(MimeMessage message) throws MessagingException {
        var headers = new HashMap<String, List<String>>();
        for (Header header : Collections.list(message.getAllHeaders())) {
            headers.computeIfAbsent(header.getName().strip().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(clean(header.getValue()));
        }
        return headers;
    }

    /** PostgreSQL keeps no NUL, and a line break in a header could pass for a line of ours. */
    private static String clean(@Nullable String value) {
        return value == null
                ? ""
                : value.replaceAll("[\\p{Cntrl}\\x{85}\\x{2028}\\x{2029}]+", " ")
                        .strip();
    }

    private static String decoded(String value) {
        try {
            return clean(MimeUtility.decodeText(value));
        } catch (UnsupportedEncodingException | RuntimeException e) {
            return value;
        }
    }

    private static String first(Map<String, List<String>> headers, String name) {
        return headers.getOrDefault(name, List.of("")).get(0);
    }

    /** Two addresses, or two headers, are a disguise: such a mail is from nobody. */
    private static String from(Map<String, List<String>> headers) {
        var values = headers.getOrDefault("from", List.of());
        if (values.size() != 1) {
            return "";
        }
        try {
            var addresses = InternetAddress.parseHeader(values.get(0), false);
            var address = addresses.length == 1 ? addresses[0].getAddress() : null;
            return address == null || !address.matches("[^\\s<>\"]{1,250}@[^\\s<>\"@]{1,250}")
                    ? ""
                    : address.toLowerCase(Locale.ROOT);
        } catch (AddressException e) {
            return "";
        }
    }

    private static List<String> refersTo(Map<String, List<String>> headers) {
        var found = new LinkedHashSet<>(messageIds(headers, "in-reply-to"));
        var references = new ArrayList<>(messageIds(headers, "references"));
        Collections.reverse(references);
        found.addAll(references);
        return found.stream().limit(MOST_REFERENCES).toList();
    }

    private static List<String> messageIds(Map<String, List<String>> headers, String name) {
        return headers.getOrDefault(name, List.of()).stream()
                .flatMap(value -> MESSAGE_ID.matcher(value).results())
                .map(found -> found.group())
                .toList();
    }

    /**
     * The same mail may come by two ways with two sets of {@code Received}, and a stranger may use an id again: what counts
     * is who says what, when and under which id.
     */
    private static String key(RawMail raw, Map<String, List<String>> headers) {
        var digest = Sha256.digest();
        for (var name : List.of("message-id", "from", "date", "subject")) {
            digest.update((name + headers.getOrDefault(name, List.of()) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        digest.update((raw.tooLarge() ? "size " + raw.size() : "").getBytes(StandardCharsets.UTF_8));
        var body = bodyStart(raw.bytes());
        digest.update(raw.bytes(), body, raw.bytes().length - body);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static int bodyStart(byte[] bytes) {
        for (var i = 0; i + 1 < bytes.length; i++) {
            if (bytes[i] == '\n'
                    && (bytes[i + 1] == '\n'
                            || (bytes[i + 1] == '\r' && i + 2 < bytes.length && bytes[i + 2] == '\n'))) {
                return i + 1;
            }
        }
        return bytes.length;
    }

    /** A report by the standard, or an older mail server's message that names the recipients it failed. */
    private static @Nullable Bounce bounce(Map<String, List<String>> headers, Read parts) {
        var originals = new LinkedHashSet<>(Bounce.messageIds(parts.returned()));
        originals.addAll(refersTo(headers));
        if (!parts.deliveryStatus().isEmpty()) {
            return new Bounce(Bounce.failures(parts.deliveryStatus()), List.copyOf(originals));
        }
        var failed = first(headers, "x-failed-recipients");
        if (failed.isEmpty()) {
            return null;
        }
        originals.addAll(Bounce.messageIds(parts.text()));
        var failures = List.of(failed.split("[,\\s]+")).stream()
                .map(recipient -> new Bounce.Failure(recipient.toLowerCase(Locale.ROOT), "failed", "5.0.0", ""))
                .toList();
        return new Bounce(failures, List.copyOf(originals));
    }
}
