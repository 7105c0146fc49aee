package org.relevo.rules;

import org.jspecify.annotations.Nullable;

/**
 * A row of {@code early-life-answers.csv}: who answers an incident of a priority while a service is in early life support.
 *
 * @param tier null for every tier
 */
public record EarlyAnswerRow(int row, @Nullable String tier, Priority priority, EarlyAnswer.Who who) {

    public boolean isFor(EarlyIncidentFact incident) {
        return priority == incident.priority() && (tier == null || tier.equals(incident.tier()));
    }

    public EarlyAnswer answer(EarlyIncidentFact incident, String rule) {
        return new EarlyAnswer(
                who,
                rule,
                "early life support, %s: %s answer, row %d of the table of early life answers"
                        .formatted(
                                priority,
                                switch (who) {
                                    case PROJECT -> "the project's " + incident.team();
                                    case OPERATIONS -> "operations alone";
                                    case BOTH -> "operations and the project's " + incident.team();
                                },
                                row));
    }
}
