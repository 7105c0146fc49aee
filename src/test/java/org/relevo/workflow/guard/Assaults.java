package org.relevo.workflow.guard;

import java.util.List;

/** The attacks, for tests of the engine that is to withstand them. */
public final class Assaults {

    /** One of them. */
    public record Assault(String name, String xml) {}

    private Assaults() {}

    /** Those that reach for code. A loop without end is none of them: only the check before a deployment stops it. */
    public static List<Assault> all() {
        return of(Attacks.all().filter(attack -> !attack.name().startsWith("a loop")));
    }

    /** Those that an engine by itself carries out at once. */
    public static List<Assault> open() {
        return of(Attacks.all()
                .filter(attack -> attack.name().startsWith("an expression in #{} as")
                        || attack.name().startsWith("a executionListener by class")
                        || attack.name().equals("a class")));
    }

    /** One of each kind. */
    public static List<Assault> some() {
        return of(Attacks.all()
                .filter(attack -> !attack.name().contains("an expression in")
                        || attack.name().contains("in #{} as")));
    }

    private static List<Assault> of(java.util.stream.Stream<Attacks.Attack> attacks) {
        return attacks.map(attack -> new Assault(attack.name(), attack.xml())).toList();
    }

    public static int songs() {
        return Canary.songs();
    }
}
