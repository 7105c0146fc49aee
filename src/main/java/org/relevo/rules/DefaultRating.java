package org.relevo.rules;

/** A row of {@code defaults.csv}: the rating that counts where nobody has given one. */
public record DefaultRating(int row, Aspect aspect, Rating rating) {

    public Assessment assessment() {
        return new Assessment(
                aspect, rating, "%s %s by default, as nobody has rated it".formatted(aspect.word(), rating.word()));
    }
}
