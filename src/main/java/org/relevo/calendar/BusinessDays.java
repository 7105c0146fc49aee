package org.relevo.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/** Business days: a unit of its own, not a number of hours. */
final class BusinessDays {

    private BusinessDays() {}

    static Instant add(WorkingTime time, Instant start, int days) {
        Limits.check(days);
        if (days == 0) {
            return start;
        }
        var local = start.atZone(time.zone());
        int step = days > 0 ? 1 : -1;
        var date = local.toLocalDate();
        for (int left = Math.abs(days); left > 0; ) {
            date = date.plusDays(step);
            if (Math.abs(date.getYear() - local.getYear()) > WorkingTime.MOST_YEARS) {
                throw Limits.notEnough(start, date.getYear());
            }
            if (time.isBusinessDay(date)) {
                left--;
            }
        }
        return sameTimeOn(date, local, time, step);
    }

    private static Instant sameTimeOn(LocalDate date, ZonedDateTime local, WorkingTime time, int step) {
        if (local.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return date.atStartOfDay(time.zone()).toInstant();
        }
        var at = ZonedDateTime.ofLocal(date.atTime(local.toLocalTime()), time.zone(), local.getOffset())
                .toInstant();
        return step > 0 ? time.nextWorking(at) : time.previousWorking(at);
    }

    static int between(WorkingTime time, Instant from, Instant to) {
        if (!to.isAfter(from)) {
            return 0;
        }
        var last = to.atZone(time.zone()).toLocalDate();
        int days = 0;
        for (var date = from.atZone(time.zone()).toLocalDate().plusDays(1);
                !date.isAfter(last);
                date = date.plusDays(1)) {
            if (time.isBusinessDay(date)) {
                days++;
            }
        }
        while (days > 0 && add(time, from, days).isAfter(to)) {
            days--;
        }
        return days;
    }
}
