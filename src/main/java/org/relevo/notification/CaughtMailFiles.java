package org.relevo.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Caught mails as files, one for each message id and recipient: the same message delivered twice is one. */
class CaughtMailFiles implements CaughtMails {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    private final Path folder;

    CaughtMailFiles(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    synchronized void keep(@Nullable String messageId, String recipient, byte[] message) throws IOException {
        var file = folder.resolve(
                digest(messageId == null ? new String(message, UTF_8) : messageId + "/" + recipient) + ".eml");
        if (!Files.exists(file)) {
            var written = Files.write(folder.resolve(file.getFileName() + ".part"), message);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        }
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
                    addresses(message.getFrom()).stream().findFirst().orElse(""),
                    addresses(message.getAllRecipients()),
                    message.getSubject() == null ? "" : message.getSubject(),
                    text(message, "text/plain"),
                    text(message, "text/html"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("The caught mail %s cannot be read".formatted(id), e);
        }
    }

    private static MimeMessage parse(byte[] message) throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(message));
    }

    private static List<String> addresses(jakarta.mail.Address @Nullable [] addresses) {
        return addresses == null
                ? List.of()
                : Arrays.stream(addresses).map(CaughtMailFiles::unicode).toList();
    }

    private static String unicode(jakarta.mail.Address address) {
        return address instanceof jakarta.mail.internet.InternetAddress internet
                ? internet.toUnicodeString()
                : address.toString();
    }

    private static String text(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return String.valueOf(part.getContent());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (var i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                var found = text(inner, type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
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
