package org.relevo.rules;

/** The rating that counts for a case, and in words where it comes from. Rules conclude it for one another. */
public record Assessment(Aspect aspect, Rating rating, String words) {

    public static Assessment rated(Aspect aspect, Rating rating) {
        return new Assessment(aspect, rating, aspect.word() + " " + rating.word());
    }
}
