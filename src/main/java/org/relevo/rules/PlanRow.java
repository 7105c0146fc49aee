package org.relevo.rules;

import java.util.List;

/**
 * A row of {@code communication-plan.csv}: how soon an audience hears of an incident, and how often after that.
 *
 * @param first from when the incident is raised to the first update
 * @param cadence from one update to the next
 */
public record PlanRow(
        int row,
        Priority priority,
        UpdateAudience audience,
        TimeTarget first,
        TimeTarget cadence,
        List<Integer> checkpoints,
        UpdateTemplate template) {

    public boolean isFor(UpdateFact update) {
        return priority == update.priority() && update.audiences().contains(audience);
    }

    public DemandUpdate demand(UpdateFact update, CalendarTable calendars, String rule) {
        var counted = new TargetRow(
                row, update.type(), Agreement.SLA, Metric.UPDATE, priority, null, first, checkpoints, false);
        var calendar = calendars.choose(update.asCase(), counted);
        return new DemandUpdate(
                audience,
                first,
                cadence,
                checkpoints,
                template,
                update.tier(),
                calendar.calendar(),
                calendar.because(),
                rule,
                "%s hear of a %s within %s and then every %s"
                        .formatted(audience.word(), priority, first.words(), cadence.words()));
    }
}
