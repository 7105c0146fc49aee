package org.relevo.people;

import java.util.Optional;

/** What a password must be: long enough; what it consists of is everybody's own affair. */
public class PasswordRule {

    static final int SHORTEST = 8;
    static final int LONGEST = 200;

    private PasswordRule() {}

    public static Optional<String> problem(String password) {
        if (password.length() < SHORTEST) {
            return Optional.of("A password needs at least %d characters.".formatted(SHORTEST));
        }
        return password.length() > LONGEST
                ? Optional.of("A password has at most %d characters.".formatted(LONGEST))
                : Optional.empty();
    }
}
