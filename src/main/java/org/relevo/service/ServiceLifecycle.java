package org.relevo.service;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.platform.Audit;
import org.relevo.platform.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a service through its life: each step has a reason, is kept, and asks whoever guards a gate. */
@Component
public class ServiceLifecycle {

    private static final Map<Lifecycle, Set<Lifecycle>> FROM = Map.of(
            Lifecycle.EARLY_LIFE_SUPPORT, EnumSet.of(Lifecycle.PLANNED),
            Lifecycle.OPERATIONAL, EnumSet.of(Lifecycle.EARLY_LIFE_SUPPORT),
            Lifecycle.PLANNED, EnumSet.of(Lifecycle.EARLY_LIFE_SUPPORT, Lifecycle.RETIRED),
            Lifecycle.RETIRED, EnumSet.of(Lifecycle.PLANNED, Lifecycle.EARLY_LIFE_SUPPORT, Lifecycle.OPERATIONAL));

    private final JdbcClient jdbc;
    private final StoredServices services;
    private final Dependencies dependencies;
    private final ObjectProvider<LifecycleGate> gates;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ServiceLifecycle(
            JdbcClient jdbc,
            StoredServices services,
            Dependencies dependencies,
            ObjectProvider<LifecycleGate> gates,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.services = services;
        this.dependencies = dependencies;
        this.gates = gates;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** A step that was taken. */
    public record Step(Instant at, String by, Lifecycle lifecycle, String because) {}

    /** It goes live, while those who built it still stand by. */
    @Transactional
    public Service enterEarlyLife(String key, String because, Actor by) {
        return go(key, Lifecycle.EARLY_LIFE_SUPPORT, because, by);
    }

    /** Operations answers for it alone from now on. */
    @Transactional
    public Service makeOperational(String key, String because, Actor by) {
        return go(key, Lifecycle.OPERATIONAL, because, by);
    }

    /** Back to those who build it; a retired one is planned anew. */
    @Transactional
    public Service returnToPlanned(String key, String because, Actor by) {
        return go(key, Lifecycle.PLANNED, because, by);
    }

    /** It ends; nothing that is still there may use it. */
    @Transactional
    public Service retire(String key, String because, Actor by) {
        return go(key, Lifecycle.RETIRED, because, by);
    }

    /** Takes the step that leads there. */
    @Transactional
    public Service go(String key, Lifecycle to, String because, Actor by) {
        var service = services.locked(key);
        service.requireKeeper(by);
        requireFrom(service, to);
        var reason = because.replace('\0', ' ').strip();
        if (reason.isEmpty() || reason.length() > 1000) {
            throw new Refusal.Invalid("because", "Say why in 1 to 1,000 characters; it is kept with the service.");
        }
        if (to == Lifecycle.RETIRED) {
            requireUnused(service);
        }
        gates.orderedStream()
                .flatMap(gate -> gate.objection(service, to, by).stream())
                .findFirst()
                .ifPresent(objection -> {
                    throw new Refusal.Conflict(objection);
                });
        var now = clock.instant();
        note(key, to, reason, by, now);
        events.publishEvent(new ServiceLifecycleChanged(key, service.lifecycle(), to, now, by.name(), reason));
        return services.fresh(key);
    }

    /** Where it may go from where it stands, as far as its state says. */
    public static Set<Lifecycle> next(Lifecycle from) {
        return FROM.entrySet().stream()
                .filter(one -> one.getValue().contains(from))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Lifecycle.class)));
    }

    /** The steps that were taken, the latest first. */
    public List<Step> history(String key) {
        return jdbc.sql("select * from service_lifecycle where service = :key order by id desc")
                .param("key", key)
                .query((row, i) -> new Step(
                        row.getTimestamp("at").toInstant(),
                        row.getString("by_whom"),
                        Lifecycle.valueOf(row.getString("lifecycle")),
                        row.getString("because")))
                .list();
    }

    /** Since when it stands where it stands; null where nobody has noted it. */
    public @Nullable Instant since(String key) {
        return history(key).stream().findFirst().map(Step::at).orElse(null);
    }

    void start(String key, Lifecycle as, Actor by) {
        note(key, as, "entered in the catalogue", by, clock.instant());
    }

    private void note(String key, Lifecycle to, String because, Actor by, Instant at) {
        jdbc.sql("update service set lifecycle = :to where key = :key")
                .param("to", to.name())
                .param("key", key)
                .update();
        jdbc.sql("insert into service_lifecycle (service, at, by_whom, lifecycle, because)"
                        + " values (:key, :at, :by, :to, :because)")
                .param("key", key)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.name())
                .param("to", to.name())
                .param("because", because)
                .update();
        audit.record(by.name(), "service lifecycle changed", key, "%s: %s".formatted(to.words(), because));
        services.forget();
    }

    private static void requireFrom(Service service, Lifecycle to) {
        if (service.lifecycle() == to) {
            throw new Refusal.Conflict("%s is %s already.".formatted(service.name(), to.words()));
        }
        if (!Objects.requireNonNull(FROM.get(to)).contains(service.lifecycle())) {
            throw new Refusal.Conflict("%s is %s and cannot become %s. From there it can become %s."
                    .formatted(
                            service.name(),
                            service.lifecycle().words(),
                            to.words(),
                            next(service.lifecycle()).stream()
                                    .map(Lifecycle::words)
                                    .collect(Collectors.joining(" or "))));
        }
    }

    private void requireUnused(Service service) {
        var users = dependencies.usersOf(service.key()).stream()
                .filter(user -> !user.service().retired())
                .map(user -> user.service().name())
                .toList();
        if (!users.isEmpty()) {
            throw new Refusal.Conflict(
                    "%s is still used by %s. Retire those first, or take the dependency away where it is no longer true."
                            .formatted(service.name(), String.join(", ", users)));
        }
    }
}
