package org.relevo.incident;

import org.jspecify.annotations.Nullable;
import org.relevo.commitment.CalendarUses;
import org.relevo.rules.CaseFact;
import org.relevo.rules.Rating;
import org.relevo.service.Service;
import org.relevo.service.Services;
import org.relevo.workitem.WorkItemType;
import org.springframework.stereotype.Component;

/** What the rule book is told of an incident. */
@Component
class CaseFacts {

    private final Services services;
    private final CalendarUses calendars;

    CaseFacts(Services services, CalendarUses calendars) {
        this.services = services;
        this.calendars = calendars;
    }

    @Nullable
    Service service(@Nullable String key) {
        return key == null ? null : services.find(key).orElse(null);
    }

    CaseFact of(@Nullable Rating impact, @Nullable Rating urgency, @Nullable Service service, String caller) {
        var key = service == null ? null : service.key();
        var team = service == null ? null : service.team();
        var counted = calendars.of(key, team, caller);
        return new CaseFact(
                WorkItemType.INCIDENT.name(),
                impact,
                urgency,
                key,
                team,
                service == null ? null : service.tier(),
                counted.get(CalendarUses.Kind.SERVICE),
                counted.get(CalendarUses.Kind.TEAM),
                counted.get(CalendarUses.Kind.PERSON),
                counted.get(CalendarUses.Kind.CONTRACT));
    }
}
