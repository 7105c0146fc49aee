package org.relevo.project.exception;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.relevo.commitment.CalendarUses;
import org.relevo.people.People;
import org.relevo.people.Team;
import org.springframework.stereotype.Component;

/** By which calendar a project manager works: their own, or that of a team of theirs. */
@Component
class ManagerCalendars {

    private final CalendarUses uses;
    private final People people;

    ManagerCalendars(CalendarUses uses, People people) {
        this.uses = uses;
        this.people = people;
    }

    @Nullable
    String of(@Nullable String manager) {
        if (manager == null) {
            return null;
        }
        var own = uses.of(null, null, manager).get(CalendarUses.Kind.PERSON);
        return own != null
                ? own
                : people.teams().stream()
                        .map(Team::key)
                        .filter(team -> people.membersOf(team).stream()
                                .anyMatch(member -> member.username().equals(manager)))
                        .map(team -> uses.of(null, team, null).get(CalendarUses.Kind.TEAM))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }
}
