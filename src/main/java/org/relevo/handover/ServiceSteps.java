package org.relevo.handover;

import java.util.Optional;
import org.relevo.handover.HandoverEvents.HandedOver;
import org.relevo.handover.HandoverEvents.RolledBack;
import org.relevo.handover.HandoverEvents.WentLive;
import org.relevo.people.Actor;
import org.relevo.service.Lifecycle;
import org.relevo.service.LifecycleGate;
import org.relevo.service.Service;
import org.relevo.service.ServiceLifecycle;
import org.relevo.service.Services;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes a service through its life as its handover goes; nobody else does while one is under way. */
@Component
class ServiceSteps implements LifecycleGate {

    private final HandoverRows rows;
    private final Services services;
    private final ObjectProvider<ServiceLifecycle> lifecycle;

    ServiceSteps(HandoverRows rows, Services services, ObjectProvider<ServiceLifecycle> lifecycle) {
        this.rows = rows;
        this.services = services;
        this.lifecycle = lifecycle;
    }

    @Override
    public Optional<String> objection(Service service, Lifecycle to, Actor by) {
        return by.kind() == Actor.Kind.SYSTEM
                ? Optional.empty()
                : rows.open(service.key())
                        .map(open -> "%s is being handed over: %s decides when it becomes %s."
                                .formatted(service.name(), open.number(), to.words()));
    }

    @EventListener
    void on(WentLive live) {
        step(live.service(), Lifecycle.PLANNED, Lifecycle.EARLY_LIFE_SUPPORT, "handover " + live.number());
    }

    @EventListener
    void on(HandedOver over) {
        step(over.service(), Lifecycle.EARLY_LIFE_SUPPORT, Lifecycle.OPERATIONAL, "handover " + over.number());
    }

    @EventListener
    void on(RolledBack back) {
        step(back.service(), Lifecycle.EARLY_LIFE_SUPPORT, Lifecycle.PLANNED, "handover " + back.number());
    }

    /** A service that ran before, of which a new version is handed over, stays what it is. */
    private void step(String key, Lifecycle from, Lifecycle to, String because) {
        if (services.find(key).filter(one -> one.lifecycle() == from).isPresent()) {
            lifecycle.getObject().go(key, to, because, Actor.system(because));
        }
    }
}
