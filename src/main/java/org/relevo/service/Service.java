package org.relevo.service;

import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;

/**
 * Something that IT provides and people rely on.
 *
 * @param tier how much depends on it: {@code gold}, {@code silver} or {@code bronze}
 * @param team key of the team that supports it
 * @param owner username of the one accountable for it
 * @param rate what an hour without it costs; null where nobody has said
 */
public record Service(
        String key,
        String name,
        String description,
        String tier,
        @Nullable String team,
        @Nullable String owner,
        @Nullable HourlyRate rate,
        Lifecycle lifecycle,
        boolean demo) {

    /** A service in operation. */
    public Service(
            String key,
            String name,
            String description,
            String tier,
            @Nullable String team,
            @Nullable String owner,
            @Nullable HourlyRate rate,
            boolean demo) {
        this(key, name, description, tier, team, owner, rate, Lifecycle.OPERATIONAL, demo);
    }

    public boolean retired() {
        return lifecycle == Lifecycle.RETIRED;
    }

    /** Service managers and administrators keep every service, its owner keeps this one. */
    public boolean keptBy(Actor by) {
        return by.has(Role.SERVICE_MANAGER)
                || by.has(Role.ADMIN)
                || (by.kind() == Actor.Kind.PERSON && by.name().equals(owner));
    }

    public void requireKeeper(Actor by) {
        if (!keptBy(by)) {
            throw new Refusal.NotAllowed(
                    "%s neither owns the service %s nor has the role SERVICE_MANAGER or ADMIN. Ask %s."
                            .formatted(by.name(), name, owner == null ? "a service manager" : owner));
        }
    }
}
