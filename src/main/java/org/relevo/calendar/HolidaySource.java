package org.relevo.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Holidays that are looked up, not written into the calendar: a country's, or those of an ICS file. */
@FunctionalInterface
interface HolidaySource {

    @Nullable
    String nameOf(LocalDate date);
}
