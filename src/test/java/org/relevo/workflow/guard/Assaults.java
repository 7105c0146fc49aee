package org.relevo.workflow.guard;

import java.util.List;

/** The attacks, for tests of the engine that is to withstand them. */
public final class Assaults {

    /** One of them. */
    public record Assault(String name, String xml) {}

    private Assaults() {}

    /**
     * Those that reach for code, each place in one form. A loop without end is none of them: only the check before a
     * deployment stops it.
     */
    public static List<Assault> all() {
        return of(Attacks.all()
                .filter(attack -> !attack.name().startsWith("a loop"))
                .filter(attack -> !attack.name().startsWith("an expression in")
                        || attack.name().startsWith("an expression in #{} as")));
    }

    /** Those that an engine by itself carries out at once. */
    public static List<Assault> open() {
        return of(Attacks.expressions().filter(attack -> attack.name().startsWith("an expression in ${} as")));
    }

    /** Those that are no expressions. */
    public static List<Assault> others() {
        return of(Attacks.all().filter(attack -> !attack.name().startsWith("an expression in")));
    }

    private static List<Assault> of(java.util.stream.Stream<Attacks.Attack> attacks) {
        return attacks.map(attack -> new Assault(attack.name(), attack.xml())).toList();
    }

    public static int songs() {
        return Canary.songs();
    }
}
