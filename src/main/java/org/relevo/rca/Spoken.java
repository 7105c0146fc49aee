package org.relevo.rca;

import java.util.Locale;

/** Words for what stands in capitals, in sentences that tell why something is refused. */
final class Spoken {

    private Spoken() {}

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
