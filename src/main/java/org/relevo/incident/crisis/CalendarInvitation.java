package org.relevo.incident.crisis;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.CuType;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.relevo.people.Person;
import org.relevo.platform.web.ContentLines;
import org.relevo.workitem.WorkItem;

/**
 * A meeting as calendar programs take it (RFC 5546): asked for, or called off. It keeps its UID however often it is moved,
 * and its sequence tells the newer from the older.
 */
final class CalendarInvitation {

    private CalendarInvitation() {}

    /** Who asks, and where the meeting's page is. */
    record Sender(String mail, String page) {}

    static String of(WorkItem item, Meeting meeting, List<Person> asked, Sender sender, Instant now) {
        var cancelled = meeting.state() == Meeting.State.CANCELLED;
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Relevo//Crisis meeting//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(cancelled ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST);
        var event = event(item, meeting, sender, now);
        event.add(cancelled ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        asked.forEach(person -> event.add(attendee(person)));
        calendar.add(event);
        return ContentLines.folded(calendar.toString());
    }

    private static VEvent event(WorkItem item, Meeting meeting, Sender sender, Instant now) {
        var event = new VEvent(false);
        event.add(new Uid(meeting.uid() + "@relevo"));
        event.add(new Sequence(meeting.sequence()));
        event.add(new DtStamp(now));
        event.add(new LastModified(now));
        event.add(new DtStart<>(meeting.startsAt()));
        event.add(new DtEnd<>(meeting.endsAt()));
        event.add(new Summary("%s crisis meeting: %s".formatted(item.number(), item.title())));
        event.add(new Description(description(meeting, sender.page())));
        event.add(new Url(URI.create(sender.page())));
        if (meeting.link() != null) {
            event.add(new Location(meeting.link()));
        }
        var organizer = new Organizer(URI.create("mailto:" + sender.mail()));
        organizer.add(new Cn("Relevo"));
        event.add(organizer);
        return event;
    }

    private static String description(Meeting meeting, String page) {
        var agenda = meeting.words(Meeting.Part.AGENDA);
        var link = meeting.link() == null ? "" : meeting.link() + "\n\n";
        return link + agenda + "\n\n" + page;
    }

    private static Attendee attendee(Person person) {
        var attendee = new Attendee(URI.create("mailto:" + person.mail()));
        attendee.add(new Cn(person.name()));
        attendee.add(CuType.INDIVIDUAL);
        attendee.add(Role.REQ_PARTICIPANT);
        attendee.add(PartStat.NEEDS_ACTION);
        attendee.add(Rsvp.TRUE);
        return attendee;
    }
}
