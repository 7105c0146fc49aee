package org.relevo.rules;

/**
 * A priority that a person has given a case, whatever its impact and urgency are.
 *
 * @param by username of that person
 * @param because why, in that person's words
 */
public record GivenPriority(Priority priority, String by, String because) implements Fact {

    public AssignPriority assign(String rule) {
        return new AssignPriority(priority, rule, "%s, given by %s".formatted(because, by));
    }
}
