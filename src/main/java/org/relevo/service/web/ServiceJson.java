package org.relevo.service.web;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.people.ServiceManagers;
import org.relevo.service.Agreements;
import org.relevo.service.Dependencies;
import org.relevo.service.HourlyRate;
import org.relevo.service.Lifecycle;
import org.relevo.service.RunCosts;
import org.relevo.service.Runbooks;
import org.relevo.service.Service;
import org.relevo.service.ServiceAgreement;
import org.relevo.service.ServiceLifecycle;
import org.relevo.service.ServiceTargets;
import org.relevo.service.Services;
import org.springframework.stereotype.Component;

/** Services as programs read them. */
@Component
class ServiceJson {

    private final Services services;
    private final ServiceManagers managers;
    private final ServiceLifecycle lifecycle;
    private final Agreements agreements;
    private final ServiceTargets targets;
    private final Dependencies dependencies;
    private final RunCosts costs;
    private final Runbooks runbooks;

    ServiceJson(
            Services services,
            ServiceManagers managers,
            ServiceLifecycle lifecycle,
            Agreements agreements,
            ServiceTargets targets,
            Dependencies dependencies,
            RunCosts costs,
            Runbooks runbooks) {
        this.services = services;
        this.managers = managers;
        this.lifecycle = lifecycle;
        this.agreements = agreements;
        this.targets = targets;
        this.dependencies = dependencies;
        this.costs = costs;
        this.runbooks = runbooks;
    }

    /** @param ratePerHour what an hour without it costs; null where nobody has said */
    record Head(
            String key,
            String name,
            String description,
            String tier,
            Lifecycle lifecycle,
            @Nullable String team,
            @Nullable String owner,
            @Nullable BigDecimal ratePerHour,
            @Nullable String rateCurrency) {

        static Head of(Service service) {
            HourlyRate rate = service.rate();
            return new Head(
                    service.key(),
                    service.name(),
                    service.description(),
                    service.tier(),
                    service.lifecycle(),
                    service.team(),
                    service.owner(),
                    rate == null ? null : rate.amount(),
                    rate == null ? null : rate.currency());
        }
    }

    /** An agreement, each of its times beside the one that the rule book gives. */
    record Agreed(ServiceAgreement agreement, List<ServiceTargets.Compared> compared) {}

    record Link(String service, String name, String purpose) {
        static Link of(Dependencies.Link link) {
            return new Link(link.service().key(), link.service().name(), link.purpose());
        }
    }

    /** @param depth 1 where it depends directly */
    record Dependent(String service, String name, int depth) {
        static Dependent of(Dependencies.Dependent one) {
            return new Dependent(one.service().key(), one.service().name(), one.depth());
        }
    }

    /**
     * @param targets what the rule book gives for its incidents
     * @param missing times that the rule book does not give or that no agreement names
     * @param dependents what stops where it stops
     */
    record Whole(
            Head service,
            List<String> managers,
            List<ServiceLifecycle.Step> steps,
            List<ServiceTargets.Given> targets,
            List<ServiceTargets.Missing> missing,
            List<Agreed> agreements,
            List<Link> uses,
            List<Link> usedBy,
            List<Dependent> dependents,
            List<RunCosts.RunCost> costs,
            List<Runbooks.Runbook> runbooks) {}

    Whole of(String key) {
        var given = targets.given(key);
        return new Whole(
                Head.of(services.find(key).orElseThrow()),
                managers.named(key),
                lifecycle.history(key),
                given,
                targets.missingTargets(key),
                agreements.ofService(key).stream()
                        .map(one -> new Agreed(one, targets.compare(one, given)))
                        .toList(),
                dependencies.usedBy(key).stream().map(Link::of).toList(),
                dependencies.usersOf(key).stream().map(Link::of).toList(),
                dependencies.dependentsOf(key).stream().map(Dependent::of).toList(),
                costs.ofService(key),
                runbooks.ofService(key));
    }
}
