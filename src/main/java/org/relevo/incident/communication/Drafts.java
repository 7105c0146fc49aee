package org.relevo.incident.communication;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.relevo.rules.DemandUpdate;
import org.relevo.rules.TimeTarget;
import org.relevo.rules.UpdateAudience;
import org.relevo.rules.UpdateTemplate;
import org.relevo.service.Service;
import org.relevo.service.Services;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.WorkItem;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Proposes what to tell an audience: how the incident stands, what has changed, and when there will be more. */
@Component
class Drafts {

    private final Timeline timeline;
    private final Services services;
    private final MessageSource messages;

    Drafts(Timeline timeline, Services services, MessageSource messages) {
        this.timeline = timeline;
        this.services = services;
        this.messages = messages;
    }

    Matter matter(WorkItem item, List<Update> sent, List<DemandUpdate> demands, ZoneId zone, Instant now) {
        return new Matter(item, sent, timeline.of(item.number()), demands, zone, now);
    }

    Draft of(ServiceAudience audience, Matter matter) {
        var demand = matter.demandOf(audience.audience());
        var template = demand == null ? usual(audience.audience()) : demand.template();
        var words = new Words(audience.language(), matter.zone());
        return new Draft(
                audience.audience(),
                audience.language(),
                subject(matter.item(), template, words),
                body(matter, matter.lastTo(audience.audience()), template, demand, words),
                demand != null);
    }

    private static UpdateTemplate usual(UpdateAudience audience) {
        return switch (audience) {
            case USERS, CUSTOMERS -> UpdateTemplate.BRIEF;
            case MANAGEMENT -> UpdateTemplate.BUSINESS;
            case SUPPLIERS -> UpdateTemplate.TECHNICAL;
        };
    }

    private String subject(WorkItem item, UpdateTemplate template, Words words) {
        var state = words.say(item.state().open() ? "subject.open" : "subject.ended", service(item));
        return template == UpdateTemplate.BRIEF ? state : "%s (%s)".formatted(state, item.title());
    }

    private String body(
            Matter matter, @Nullable Update last, UpdateTemplate template, @Nullable DemandUpdate demand, Words words) {
        var item = matter.item();
        var parts = new ArrayList<String>();
        var ended = item.endedAt();
        parts.add(
                ended == null
                        ? words.say("since", words.at(item.raisedAt()), service(item))
                        : words.say("ended", words.at(ended), service(item)));
        if (template != UpdateTemplate.BRIEF && item.priority() != null) {
            parts.add(words.say("priority", item.priority()));
        }
        parts.add(changes(matter, last, template, words));
        if (template == UpdateTemplate.TECHNICAL
                && last == null
                && !item.description().isBlank()) {
            parts.add(words.say("reported") + "\n" + item.description());
        }
        parts.add(next(matter, demand, words));
        return String.join(
                "\n\n", parts.stream().filter(part -> !part.isEmpty()).toList());
    }

    private String changes(Matter matter, @Nullable Update last, UpdateTemplate template, Words words) {
        var lines = new ArrayList<String>();
        var priority = matter.item().priority();
        if (last != null && last.priority() != priority && template != UpdateTemplate.BRIEF) {
            lines.add("- " + words.say("priorityChanged", String.valueOf(last.priority()), String.valueOf(priority)));
        }
        for (var event : matter.newsSince(last)) {
            PublicEvent.of(event, template)
                    .ifPresent(kind -> lines.add(
                            "- %s %s".formatted(words.time(event.at()), words.said(kind, PublicEvent.said(event)))));
        }
        if (lines.isEmpty()) {
            return matter.item().state().open() ? words.say(last == null ? "nothingYet" : "nothing") : "";
        }
        var title = last == null ? words.say("known") : words.say("changed", words.at(last.at()));
        return title + "\n" + String.join("\n", lines);
    }

    private String next(Matter matter, @Nullable DemandUpdate demand, Words words) {
        if (!matter.item().state().open()) {
            return words.say("last");
        }
        if (demand == null) {
            return words.say("nextOpen");
        }
        var time = demand.cadence().time();
        return time == null || !demand.calendar().equals("always")
                ? words.say("nextWithin", words.span(demand.cadence()))
                : words.say("next", words.at(matter.now().plus(time)));
    }

    private String service(WorkItem item) {
        var key = item.service();
        return key == null
                ? item.title()
                : services.find(key).map(Service::name).orElse(key);
    }

    /** The words of a language. */
    private final class Words {
        private final Locale language;
        private final ZoneId zone;

        private Words(Locale language, ZoneId zone) {
            this.language = language;
            this.zone = zone;
        }

        private String say(String key, Object... values) {
            return messages.getMessage("communication.draft." + key, values, language);
        }

        private String said(PublicEvent kind, String more) {
            var key = "event." + kind + (more.isEmpty() ? ".bare" : "");
            return say(key, more);
        }

        private String span(TimeTarget target) {
            var time = target.time();
            if (time == null) {
                return say("days", target.businessDays());
            }
            return time.toMinutesPart() == 0 ? time.toHours() + " h" : time.toMinutes() + " min";
        }

        private String at(Instant at) {
            return DateTimeFormatter.ofPattern("d MMM HH:mm z", language).format(at.atZone(zone));
        }

        private String time(Instant at) {
            return DateTimeFormatter.ofPattern("HH:mm", language).format(at.atZone(zone));
        }
    }
}
