package org.relevo.rules;

/**
 * A row of {@code major-incidents.csv}: of what how much makes an incident one that may be a P1.
 *
 * @param least so many, or more
 */
public record MajorSign(int row, Sign sign, int least) {

    public enum Sign {
        /** Users that the incident touches. */
        USERS,
        /** Incidents that are duplicates of it. */
        DUPLICATES
    }

    public boolean isReached(MajorFact incident) {
        return count(incident) >= least;
    }

    public ProposeMajor propose(MajorFact incident, String rule) {
        return new ProposeMajor(
                rule,
                "%d %s; %d are enough"
                        .formatted(count(incident), sign.name().toLowerCase(java.util.Locale.ROOT), least));
    }

    private int count(MajorFact incident) {
        return switch (sign) {
            case USERS -> incident.users() == null ? 0 : incident.users();
            case DUPLICATES -> incident.duplicates();
        };
    }
}
