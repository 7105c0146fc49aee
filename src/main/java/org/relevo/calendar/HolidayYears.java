package org.relevo.calendar;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Holidays that are worked out a year at a time. */
final class HolidayYears implements HolidaySource {

    private static final int YEARS_KEPT = 32;

    private final IntFunction<Map<LocalDate, String>> workOut;
    private final Map<Integer, Map<LocalDate, String>> years = new ConcurrentHashMap<>();

    HolidayYears(IntFunction<Map<LocalDate, String>> workOut) {
        this.workOut = workOut;
    }

    @Override
    public @Nullable String nameOf(LocalDate date) {
        var year = years.get(date.getYear());
        if (year == null) {
            year = workOut.apply(date.getYear());
            if (years.size() >= YEARS_KEPT) {
                years.clear();
            }
            years.put(date.getYear(), year);
        }
        return year.get(date);
    }
}
