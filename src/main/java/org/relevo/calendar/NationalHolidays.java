package org.relevo.calendar;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The public holidays of a country and, if one is named, of a subdivision of it. */
final class NationalHolidays {

    private NationalHolidays() {}

    /** None for a blank country. A region within a region is written behind it with a hyphen: {@code by-ag}. */
    static List<HolidaySource> of(String country, String region) {
        if (country.isEmpty()) {
            if (!region.isEmpty()) {
                throw new IllegalArgumentException("A region needs its country. Choose one, or leave out the region.");
            }
            return List.of();
        }
        var code = country.toLowerCase(Locale.ROOT);
        if (!countries().contains(code)) {
            throw new IllegalArgumentException(
                    "The holidays of \"%s\" are not known. Use a country's two letters such as de, or write the days yourself."
                            .formatted(Words.clip(country)));
        }
        var manager = HolidayManager.getInstance(ManagerParameters.create(code));
        var path = region.isEmpty()
                ? new String[0]
                : region.toLowerCase(Locale.ROOT).split("-");
        check(manager.getCalendarHierarchy(), path, country);
        return List.of(new HolidayYears(year -> of(manager, year, path)));
    }

    static List<String> countries() {
        // The library also knows stock exchanges, which are no countries.
        return HolidayManager.getSupportedCalendarCodes().stream()
                .filter(code -> code.length() == 2)
                .map(code -> code.toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    private static void check(CalendarHierarchy country, String[] path, String name) {
        var at = country;
        for (String part : path) {
            var children = at.getChildren();
            var below = children.get(part);
            if (below == null) {
                throw new IllegalArgumentException("\"%s\" is no region of %s. %s"
                        .formatted(
                                Words.clip(part),
                                at == country ? name : at.getId(),
                                children.isEmpty()
                                        ? "It has none; leave the region out."
                                        : "Use one of " + String.join(", ", new TreeSet<>(children.keySet())) + "."));
            }
            at = below;
        }
    }

    /** One at a time: the library does not say that it may be asked by several threads at once. */
    private static synchronized Map<LocalDate, String> of(HolidayManager manager, int year, String[] path) {
        var days = new TreeMap<LocalDate, String>();
        manager.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, path)
                .forEach(holiday -> days.putIfAbsent(holiday.getDate(), holiday.getDescription(Locale.ENGLISH)));
        return days;
    }
}
