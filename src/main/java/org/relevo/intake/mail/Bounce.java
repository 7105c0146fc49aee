package org.relevo.intake.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server says of a mail that it could not deliver (RFC 3464).
 *
 * @param originals {@code Message-ID}s that the returned mail may have had
 */
record Bounce(List<Failure> failures, List<String> originals) {

    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^\\W*Message-ID:\\s*(<[^<>\\s]{1,250}>)");

    /**
     * @param status enhanced status code, such as {@code 5.1.1}
     * @param words what the server said
     */
    record Failure(String recipient, String action, String status, String words) {

        boolean forGood() {
            return action.equals("failed") || (action.isEmpty() && status.startsWith("5"));
        }

        boolean delivered() {
            return List.of("delivered", "relayed", "expanded").contains(action);
        }
    }

    /** Reads a {@code message/delivery-status}: one group of fields for each recipient, after one for the message. */
    static List<Failure> failures(String deliveryStatus) {
        var failures = new ArrayList<Failure>();
        for (var group : deliveryStatus.replace("\r\n", "\n").split("\n\\s*\n")) {
            var fields = group.replaceAll("\n[ \t]+", " ");
            var recipient = field(fields, "Original-Recipient");
            recipient = recipient == null ? field(fields, "Final-Recipient") : recipient;
            if (recipient != null) {
                failures.add(new Failure(
                        address(recipient),
                        orEmpty(field(fields, "Action")).toLowerCase(Locale.ROOT),
                        orEmpty(field(fields, "Status")).replaceAll("[^0-9.].*", ""),
                        typed(orEmpty(field(fields, "Diagnostic-Code")))));
            }
        }
        return failures;
    }

    /** The ids in a text that quotes the header of a returned mail. */
    static List<String> messageIds(String header) {
        return MESSAGE_ID
                .matcher(header)
                .results()
                .limit(5)
                .map(found -> found.group(1))
                .toList();
    }

    private static @Nullable String field(String fields, String name) {
        var found = Pattern.compile("(?im)^" + name + ":[ \t]*(.*)$").matcher(fields);
        return found.find() ? found.group(1).strip() : null;
    }

    private static String address(String typed) {
        return typed(typed).replaceAll("[<>\\s]", "").toLowerCase(Locale.ROOT);
    }

    /** {@code rfc822; ana@example.org} and {@code smtp; 550 no such user}, without their type. */
    private static String typed(String value) {
        return value.replaceFirst("^[A-Za-z0-9-]+;\\s*", "");
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
