package org.relevo.intake.mail;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it was understood.
 *
 * @param key what makes it the same mail
 * @param from the one address in {@code From}, in lower case; empty where there is none, or more than one
 * @param headers values by the header's name in lower case, as they came
 * @param refersTo the {@code Message-ID}s that it answers: {@code In-Reply-To} first, then {@code References} backwards
 * @param text all of its text
 * @param ownText what its writer has added: without quotations and signature
 * @param types the content types of its parts, in lower case and without parameters
 * @param bounce what it says of mail that could not be delivered, where it is such a message
 */
record Letter(
        String key,
        @Nullable String messageId,
        String from,
        String subject,
        long size,
        boolean tooLarge,
        Map<String, List<String>> headers,
        List<String> refersTo,
        String text,
        String ownText,
        List<String> types,
        List<Attachment> attachments,
        @Nullable Bounce bounce) {

    /** A file that came with it. It is named, and not kept. */
    record Attachment(String name, long bytes) {
        @Override
        public String toString() {
            return "%s (%s)".formatted(name, Letter.size(bytes));
        }
    }

    List<String> all(String header) {
        return headers.getOrDefault(header.toLowerCase(Locale.ROOT), List.of());
    }

    Optional<String> header(String name) {
        return all(name).stream().findFirst();
    }

    static String size(long bytes) {
        return bytes < 1024
                ? bytes + " B"
                : bytes < 1024 * 1024 ? bytes / 1024 + " KiB" : "%.1f MiB".formatted(bytes / 1048576.0);
    }
}
