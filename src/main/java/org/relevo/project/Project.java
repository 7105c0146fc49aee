package org.relevo.project;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.workitem.WorkItemNumber;

/**
 * Something that is to be finished by a date within a budget.
 *
 * @param manager username of the project manager
 * @param sponsor username of the one who pays and decides
 * @param number the case that carries its tolerances; null before anything is promised
 * @param currency what its amounts are kept in
 * @param zone whose days its dates are
 */
public record Project(
        String key,
        String name,
        String description,
        @Nullable String manager,
        @Nullable String sponsor,
        @Nullable WorkItemNumber number,
        String state,
        Currency currency,
        ZoneId zone,
        @Nullable LocalDate startsOn,
        boolean demo) {

    public boolean active() {
        return state.equals("ACTIVE");
    }

    /** Whether somebody may change its plan: by a role, or as this very project's manager or sponsor. */
    public boolean ledBy(Actor by) {
        return by.has(Role.PROJECT_MANAGER) || by.has(Role.ADMIN) || by.name().equals(manager) || sponsoredBy(by);
    }

    /** Whether somebody may decide what was promised: its sponsor, or an administrator. */
    public boolean sponsoredBy(Actor by) {
        return by.has(Role.ADMIN) || by.name().equals(sponsor);
    }

    /** Refuses whoever does not lead it, and every change after its end. */
    public void requireLead(Actor by) {
        if (!ledBy(by)) {
            throw new Refusal.NotAllowed("%s does not lead %s. Ask its project manager, %s."
                    .formatted(by.name(), name, manager == null ? "whom an administrator names" : manager));
        }
        if (!active()) {
            throw new Refusal.Conflict("%s is closed and changes no longer.".formatted(name));
        }
    }

    /** As {@link #requireLead}, for what only the sponsor decides; where there is no sponsor, whoever leads it. */
    public void requireSponsor(Actor by) {
        requireLead(by);
        if (sponsor != null && !sponsoredBy(by)) {
            throw new Refusal.NotAllowed("Only the sponsor of %s decides that. Ask %s.".formatted(name, sponsor));
        }
    }

    /** What day it is for it. */
    public LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
