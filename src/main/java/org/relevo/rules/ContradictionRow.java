package org.relevo.rules;

import java.util.List;

/** A row of {@code status-contradictions.csv}: how long a status may say something better than the figures. */
public record ContradictionRow(int row, Colour declared, Colour computed, TimeTarget ask, TimeTarget tell) {

    public boolean isFor(DeclaredFact fact) {
        return fact.declared() == declared && fact.computed() == computed;
    }

    public AskAbout ask(CalendarTable calendars, DeclaredFact fact, String rule) {
        var counted =
                new TargetRow(row, "PROJECT", Agreement.OLA, Metric.REPORT, Priority.P4, null, ask, List.of(), false);
        var project = new CaseFact("PROJECT", null, null, null, null, null, null, fact.calendar(), null, null);
        var calendar = calendars.choose(project, counted);
        return new AskAbout(
                ask,
                tell,
                calendar.calendar(),
                calendar.because(),
                rule,
                "declared %s, computed %s: row %d of the table of contradictions asks the author after %s and tells the sponsor after %s"
                        .formatted(declared.word(), computed.word(), row, ask.words(), tell.words()));
    }
}
