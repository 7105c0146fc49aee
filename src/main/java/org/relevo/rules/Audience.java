package org.relevo.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whom an escalation level tells, as a role: who holds it is found at the instant of telling.
 *
 * @param of the layer, the step of the chain, the username or the address, where the kind has one
 */
public record Audience(Kind kind, @Nullable String of) implements Comparable<Audience> {

    /** The kinds of audience, and what may stand after the colon. */
    public enum Kind {
        /** The person on call for the case's team, in the first layer, in a layer given by number, or in all of them. */
        ON_CALL("[1-9]|all", false),
        /** The assignee; the person on call where nobody is assigned. */
        ASSIGNEE(null, false),
        /** Every member of the case's team, or of a team given by its key. */
        TEAM("[a-z0-9][a-z0-9-]{0,62}", false),
        /** The service manager who answers for the case's service. */
        SERVICE_MANAGER(null, false),
        /** The one accountable for the case's service, as the catalogue says. */
        SERVICE_OWNER(null, false),
        /** The owner of the case: the one accountable for it. */
        OWNER(null, false),
        /** The project manager of the case's project. */
        PROJECT_MANAGER(null, false),
        /** The sponsor of the case's project. */
        PROJECT_SPONSOR(null, false),
        /** Those who have a role, given by its name, in the case's project. */
        PROJECT_ROLE("[a-z0-9][a-z0-9-]{0,39}", true),
        /** The manager of the assignee, or of the person on call; 2 is that manager's manager. */
        MANAGER("[1-9]", false),
        /** A person. */
        PERSON("[a-z0-9][a-z0-9._-]{1,39}", true),
        /** An address outside. */
        MAIL("[^\\s@<>,;:\"\\p{Cntrl}]{1,64}@[^\\s@<>,;:\"\\p{Cntrl}]{1,190}", true);

        private final @Nullable Pattern argument;
        private final boolean required;

        Kind(@Nullable String argument, boolean required) {
            this.argument = argument == null ? null : Pattern.compile(argument);
            this.required = required;
        }

        private boolean accepts(@Nullable String of) {
            return of == null
                    ? !required
                    : argument != null && argument.matcher(of).matches();
        }
    }

    public static final Audience ON_CALL = new Audience(Kind.ON_CALL, null);
    public static final Audience ASSIGNEE = new Audience(Kind.ASSIGNEE, null);
    public static final Audience TEAM = new Audience(Kind.TEAM, null);
    public static final Audience SERVICE_MANAGER = new Audience(Kind.SERVICE_MANAGER, null);

    /** What may be written, for an error message. */
    static final String EXPECTED =
            "ON_CALL, ON_CALL:2 (a layer), ON_CALL:all, ASSIGNEE, TEAM, TEAM:key, SERVICE_MANAGER, SERVICE_OWNER, PROJECT_MANAGER, PROJECT_SPONSOR, PROJECT_ROLE:role, OWNER, MANAGER, MANAGER:2, PERSON:username or MAIL:name@example.org";

    public Audience {
        if (!kind.accepts(of)) {
            throw new IllegalArgumentException(kind + ":" + of);
        }
    }

    static Optional<Audience> read(String text) {
        var parts = text.split(":", 2);
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equals(parts[0].toUpperCase(Locale.ROOT)))
                .filter(kind -> kind.accepts(parts.length > 1 ? parts[1] : null))
                .findFirst()
                .map(kind -> new Audience(kind, parts.length > 1 ? parts[1] : null));
    }

    /** Reads what {@link #text} writes. */
    @JsonCreator
    public static Audience parse(String text) {
        return read(text).orElseThrow(() -> new IllegalArgumentException(text));
    }

    @JsonValue
    public String text() {
        return of == null ? kind.name() : kind.name() + ":" + of;
    }

    @Override
    public int compareTo(Audience other) {
        return text().compareTo(other.text());
    }

    @Override
    public String toString() {
        return text();
    }
}
