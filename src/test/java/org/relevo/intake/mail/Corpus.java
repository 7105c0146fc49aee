package org.relevo.intake.mail;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Mails as programs write them, in files that leave open whom they answer and what. */
record Corpus(String name, Resource file) {

    static List<Corpus> automatic() {
        return all("automatic");
    }

    static List<Corpus> human() {
        return all("human");
    }

    private static List<Corpus> all(String kind) {
        try {
            var files = new PathMatchingResourcePatternResolver().getResources("classpath:mails/" + kind + "/*.eml");
            return Arrays.stream(files)
                    .map(file -> new Corpus(String.valueOf(file.getFilename()).replace(".eml", ""), file))
                    .sorted(Comparator.comparing(Corpus::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] answering(String recipient, String messageId, String number) {
        try {
            return file.getContentAsString(StandardCharsets.ISO_8859_1)
                    .replace("@RECIPIENT@", recipient)
                    .replace("@MESSAGE_ID@", messageId)
                    .replace("@CASE@", number)
                    .replace("@OWN_ID@", "<%s@mail.example.org>".formatted(UUID.randomUUID()))
                    .getBytes(StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Letter letter() throws MessagingException {
        var bytes = answering("tomas.novak@demo.relevo.invalid", "<escalation@relevo>", "INC-1001");
        return LetterReader.read(new RawMail(bytes, bytes.length, false));
    }

    /** What its writer has added, where a person wrote it. */
    String ownText() {
        try {
            return file.createRelative(name + ".txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
