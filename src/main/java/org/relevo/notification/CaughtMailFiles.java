package org.relevo.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Caught mails as files, one for each message id and recipient: the same message delivered twice is one. */
class CaughtMailFiles implements CaughtMails {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final int DEEPEST = 20;
    /** Making one looks for mail providers in every jar. */
    private static final Session SESSION = Session.getInstance(new Properties());

    private final Path folder;
    private final Path toRelevo;

    CaughtMailFiles(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.toRelevo = Files.createDirectories(folder.resolve("to-relevo"));
    }

    /** Keeps a mail to Relevo itself so that it is found again among all the others. */
    synchronized void keepForRelevo(@Nullable String messageId, String recipient, byte[] message) throws IOException {
        keep(messageId, recipient, message);
        var mark = toRelevo.resolve(name(messageId, recipient, message));
        if (!Files.exists(mark)) {
            Files.createFile(mark);
        }
    }

    synchronized void keep(@Nullable String messageId, String recipient, byte[] message) throws IOException {
        var file = folder.resolve(name(messageId, recipient, message));
        if (!Files.exists(file)) {
            var written = Files.write(folder.resolve(file.getFileName() + ".part"), message);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static String name(@Nullable String messageId, String recipient, byte[] message) {
        return digest(messageId == null ? new String(message, UTF_8) : messageId + "/" + recipient) + ".eml";
    }

    @Override
    public List<CaughtMail> newest(int limit) {
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".eml"))
                    .map(f -> Map.entry(f, f.toFile().lastModified()))
                    .sorted(Map.Entry.<Path, Long>comparingByValue().reversed())
                    .limit(limit)
                    .map(f -> read(f.getKey()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The mails to Relevo itself kept since an instant, the oldest first; those from before are not asked for again. */
    List<MimeMessage> toRelevo(Instant since) throws IOException {
        try (var marks = Files.list(toRelevo)) {
            var kept = marks.sorted(Comparator.comparingLong(f -> f.toFile().lastModified()))
                    .toList();
            for (var mark : kept) {
                if (mark.toFile().lastModified() < since.toEpochMilli()) {
                    Files.delete(mark);
                }
            }
            return kept.stream()
                    .filter(Files::exists)
                    .flatMap(mark -> message(folder.resolve(mark.getFileName())).stream())
                    .toList();
        }
    }

    private static Optional<MimeMessage> message(Path file) {
        try {
            return Optional.of(parse(Files.readAllBytes(file)));
        } catch (MessagingException | IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<CaughtMail> find(String id) {
        var file = folder.resolve(id + ".eml");
        return ID.matcher(id).matches() && Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    private CaughtMail read(Path file) {
        var id = file.getFileName().toString().replace(".eml", "");
        try {
            var message = parse(Files.readAllBytes(file));
            return new CaughtMail(
                    id,
                    Files.getLastModifiedTime(file).toInstant(),
                    addresses(message, "From").stream().findFirst().orElse(""),
                    Stream.of("To", "Cc")
                            .flatMap(name -> addresses(message, name).stream())
                            .toList(),
                    message.getSubject() == null ? "" : message.getSubject(),
                    text(message, "text/plain", 0),
                    text(message, "text/html", 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("The caught mail %s cannot be read".formatted(id), e);
        }
    }

    private static MimeMessage parse(byte[] message) throws MessagingException {
        return new MimeMessage(SESSION, new ByteArrayInputStream(message));
    }

    /** Addresses that nobody can understand are shown as they came. */
    private static List<String> addresses(MimeMessage message, String header) {
        var value = "";
        try {
            value = Objects.requireNonNullElse(message.getHeader(header, ","), "");
            return Arrays.stream(InternetAddress.parseHeader(value, false))
                    .map(InternetAddress::toUnicodeString)
                    .toList();
        } catch (MessagingException e) {
            return List.of(value);
        }
    }

    /** The first text of a type. A part that is broken has none, and the page shows the others all the same. */
    private static String text(Part part, String type, int depth) {
        try {
            if (part.isMimeType(type)) {
                return String.valueOf(part.getContent());
            }
            if (depth < DEEPEST && part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
                for (var i = 0; i < parts.getCount(); i++) {
                    var found = text(parts.getBodyPart(i), type, depth + 1);
                    if (!found.isEmpty()) {
                        return found;
                    }
                }
            }
            return "";
        } catch (UnsupportedEncodingException e) {
            return asItCame(part);
        } catch (MessagingException | IOException e) {
            return "";
        }
    }

    private static String asItCame(Part part) {
        try (var content = part.getInputStream()) {
            return new String(content.readAllBytes(), UTF_8);
        } catch (MessagingException | IOException e) {
            return "";
        }
    }

    private static String digest(String value) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(value.getBytes(UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
