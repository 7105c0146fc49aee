package org.relevo.incident.crisis.web;

import java.time.Clock;
import org.relevo.incident.crisis.Rooms;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.stereotype.Component;

/** What the API tells of a crisis room. */
@Component
class RoomTold {

    private final Rooms rooms;
    private final Clock clock;

    RoomTold(Rooms rooms, Clock clock) {
        this.rooms = rooms;
        this.clock = clock;
    }

    RoomJson of(String number) {
        return RoomJson.of(rooms.of(rooms.item(new WorkItemNumber(number))), clock.instant());
    }
}
