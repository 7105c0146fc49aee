package org.relevo.intake.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Keys that others choose, made short enough for an index. */
final class Keys {

    private static final int LONGEST = 500;

    private Keys() {}

    /** The key itself, or its hash where it is long. */
    static String bounded(String key) {
        return key.length() <= LONGEST ? key : "sha256:" + sha256(key);
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
