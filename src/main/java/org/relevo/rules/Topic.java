package org.relevo.rules;

import java.util.Arrays;
import java.util.Locale;

/** The part of the rule book that is asked. */
public enum Topic {
    PRIORITY,
    ASSIGNMENT,
    ESCALATION,
    UPDATE,
    CLOSURE,
    RCA,
    TOLERANCE,
    /** Issues of projects. */
    ISSUE,
    STATUS,
    EXCEPTION,
    HANDOVER;

    /** The topic whose folder a file of rules lies in. */
    static Topic of(String file) {
        var folder = file.substring(0, Math.max(0, file.indexOf('/')));
        return Arrays.stream(values())
                .filter(topic -> topic.name().toLowerCase(Locale.ROOT).equals(folder))
                .findFirst()
                .orElseThrow(() -> new RuleBookProblem("rules/%s: \"%s\" is no topic. Move the file to one of %s."
                        .formatted(file, folder, Arrays.toString(values()).toLowerCase(Locale.ROOT))));
    }
}
