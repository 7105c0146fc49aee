package org.relevo.people.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.relevo.people.Person;
import org.relevo.people.Rotas.TeamShift;
import org.relevo.platform.web.ContentLines;

/** A person's shifts as an iCalendar object (RFC 5545). A shift keeps its UID as long as it begins when it did. */
final class ShiftCalendar {

    private ShiftCalendar() {}

    static String of(Person person, List<TeamShift> shifts, Instant now) {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Relevo//On call//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new XProperty("X-WR-CALNAME", "On call: " + person.name()));
        calendar.add(new XProperty("X-PUBLISHED-TTL", "PT1H"));
        shifts.forEach(shift -> calendar.add(event(shift, now)));
        return ContentLines.folded(calendar.toString());
    }

    private static VEvent event(TeamShift mine, Instant now) {
        var shift = mine.shift();
        var event = new VEvent(false);
        event.add(new Uid("%s-%d-%d-%s@relevo"
                .formatted(
                        mine.team().key(),
                        shift.layer(),
                        shift.from().getEpochSecond(),
                        shift.person().username())));
        event.add(new DtStamp(now));
        event.add(new DtStart<>(shift.from()));
        event.add(new DtEnd<>(shift.to()));
        event.add(new Summary("On call: %s, layer %d".formatted(mine.team().name(), shift.layer())));
        event.add(new Description(shift.kind().name().toLowerCase(Locale.ROOT)));
        // Somebody on call is not busy all week.
        event.add(ImmutableTransp.TRANSPARENT);
        return event;
    }
}
