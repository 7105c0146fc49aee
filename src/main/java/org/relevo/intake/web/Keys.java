package org.relevo.intake.web;

import org.relevo.intake.Sha256;

/** Keys that others choose, made short enough for an index. */
final class Keys {

    private static final int LONGEST = 500;

    private Keys() {}

    /** The key itself, or its hash where it is long. */
    static String bounded(String key) {
        return key.length() <= LONGEST ? key : "sha256:" + Sha256.hex(key);
    }
}
