package org.relevo.service.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.relevo.calendar.CalendarRevision;
import org.relevo.calendar.Calendars;
import org.relevo.people.Actor;
import org.relevo.people.People;
import org.relevo.people.Person;
import org.relevo.people.Role;
import org.relevo.people.ServiceManagers;
import org.relevo.people.Team;
import org.relevo.people.Teams;
import org.relevo.platform.web.Paged;
import org.relevo.rules.Agreement;
import org.relevo.rules.Metric;
import org.relevo.rules.Priority;
import org.relevo.rules.TimeTarget;
import org.relevo.service.Agreements;
import org.relevo.service.Dependencies;
import org.relevo.service.Lifecycle;
import org.relevo.service.RunCosts;
import org.relevo.service.Runbooks;
import org.relevo.service.Service;
import org.relevo.service.ServiceAgreement;
import org.relevo.service.ServiceCatalogue;
import org.relevo.service.ServiceForm;
import org.relevo.service.ServiceLifecycle;
import org.relevo.service.ServiceTargets;
import org.relevo.service.Services;
import org.relevo.workitem.Filter;
import org.relevo.workitem.WorkItemType;
import org.relevo.workitem.WorkItems;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the page of a service shows. */
@Component
class ServiceView {

    /** Beyond so many, a list to choose from helps nobody and makes the page heavy. */
    private static final int MOST_TO_CHOOSE_FROM = 300;

    private final Services services;
    private final ServiceManagers managers;
    private final ServiceLifecycle lifecycle;
    private final Agreements agreements;
    private final ServiceTargets targets;
    private final Dependencies dependencies;
    private final RunCosts costs;
    private final Runbooks runbooks;
    private final WorkItems workItems;
    private final Calendars calendars;
    private final People people;
    private final Teams teams;
    private final Clock clock;

    ServiceView(
            Services services,
            ServiceManagers managers,
            ServiceLifecycle lifecycle,
            Agreements agreements,
            ServiceTargets targets,
            Dependencies dependencies,
            RunCosts costs,
            Runbooks runbooks,
            WorkItems workItems,
            Calendars calendars,
            People people,
            Teams teams,
            Clock clock) {
        this.services = services;
        this.managers = managers;
        this.lifecycle = lifecycle;
        this.agreements = agreements;
        this.targets = targets;
        this.dependencies = dependencies;
        this.costs = costs;
        this.runbooks = runbooks;
        this.workItems = workItems;
        this.calendars = calendars;
        this.people = people;
        this.teams = teams;
        this.clock = clock;
    }

    /** A form that was refused: which one, what was typed and what is wrong with it. */
    record Failed(String form, Map<String, String> typed, Map<String, String> problems) {

        static final Failed NONE = new Failed("", Map.of(), Map.of());
    }

    /** What counts for incidents of a priority. */
    public record Line(
            Priority priority,
            @Nullable TimeTarget response,
            @Nullable TimeTarget resolution,
            List<Calendar> calendars) {}

    public record Calendar(String key, String name) {}

    /** An agreement with its times beside those that the rule book gives. */
    public record Shown(ServiceAgreement agreement, List<ServiceTargets.Compared> targets, boolean valid) {}

    String list(Actor by, ServiceQuery query, Model model) {
        var found = query.filter().among(services.all());
        var sheet = Paged.asked(query.number(), found.size());
        model.addAttribute("services", found.subList((int) Math.max(0, sheet.first() - 1), (int) sheet.last()));
        model.addAttribute("page", sheet);
        model.addAttribute("query", query);
        model.addAttribute("tiers", ServiceCatalogue.TIERS);
        model.addAttribute("lifecycles", Lifecycle.values());
        model.addAttribute("allTeams", people.teams());
        model.addAttribute("teams", people.teams().stream().collect(Collectors.toMap(Team::key, Team::name)));
        model.addAttribute(
                "duties",
                teams.duties(clock.instant()).stream()
                        .collect(Collectors.toMap(duty -> duty.team().key(), Function.identity())));
        model.addAttribute("changes", managesAny(by));
        return "service/list";
    }

    String blank(ServiceForm form, String starts, Map<String, String> problems, Model model) {
        fields(form, problems, model);
        model.addAttribute("starts", starts);
        return "service/new";
    }

    String page(Actor by, Service service, Failed failed, @Nullable String refused, Model model) {
        return page(by, service, typed(service), Map.of(), failed, refused, model);
    }

    String page(
            Actor by,
            Service service,
            ServiceForm form,
            Map<String, String> problems,
            Failed failed,
            @Nullable String refused,
            Model model) {
        fields(form, problems, model);
        var key = service.key();
        model.addAttribute("service", service);
        model.addAttribute("failed", failed);
        model.addAttribute("refused", refused);
        model.addAttribute("keeps", service.keptBy(by));
        model.addAttribute("changes", managesAny(by));
        model.addAttribute("drills", service.keptBy(by) || by.has(Role.AGENT));
        model.addAttribute("who", by.name());
        model.addAttribute("today", agreements.today());
        model.addAttribute("names", new PersonNames(people));
        duty(service, model);
        lifecycle(service, model);
        targets(key, model);
        neighbours(service, model);
        model.addAttribute("costs", costs.ofService(key));
        model.addAttribute("cost", costs.current(key).orElse(null));
        model.addAttribute("runbooks", runbooks.ofService(key));
        var open = new Filter(WorkItemType.INCIDENT, null, null, key, true, null);
        model.addAttribute("openIncidents", workItems.find(open, 0, 1).total());
        return "service/service";
    }

    private void fields(ServiceForm form, Map<String, String> problems, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("tiers", ServiceCatalogue.TIERS);
        model.addAttribute("teams", people.teams());
    }

    private void duty(Service service, Model model) {
        var team = Optional.ofNullable(service.team()).flatMap(people::team);
        model.addAttribute("team", team.orElse(null));
        model.addAttribute(
                "duty", team.map(one -> teams.duty(one.key(), clock.instant())).orElse(null));
        model.addAttribute("managers", managers.named(service.key()));
    }

    private void lifecycle(Service service, Model model) {
        model.addAttribute("steps", lifecycle.history(service.key()));
        model.addAttribute("next", ServiceLifecycle.next(service.lifecycle()));
    }

    private void targets(String key, Model model) {
        var given = targets.given(key);
        model.addAttribute("priorities", Priority.values());
        model.addAttribute("kinds", Agreement.values());
        model.addAttribute("metrics", Agreements.METRICS);
        model.addAttribute("fieldOf", new TargetFields());
        model.addAttribute(
                "lines",
                Stream.of(Priority.values())
                        .map(priority -> line(
                                priority,
                                given.stream()
                                        .filter(one -> one.priority() == priority && one.agreement() == Agreement.SLA)
                                        .toList()))
                        .toList());
        model.addAttribute(
                "agreements",
                agreements.ofService(key).stream()
                        .map(one -> new Shown(one, targets.compare(one, given), one.validOn(agreements.today())))
                        .toList());
        model.addAttribute("missing", targets.missingTargets(key));
    }

    private Line line(Priority priority, List<ServiceTargets.Given> given) {
        return new Line(
                priority,
                time(given, Metric.RESPONSE),
                time(given, Metric.RESOLUTION),
                given.stream()
                        .map(ServiceTargets.Given::calendar)
                        .distinct()
                        .map(key -> new Calendar(
                                key,
                                calendars.find(key).map(CalendarRevision::name).orElse(key)))
                        .toList());
    }

    private static @Nullable TimeTarget time(List<ServiceTargets.Given> given, Metric metric) {
        return given.stream()
                .filter(one -> one.metric() == metric)
                .map(ServiceTargets.Given::time)
                .findFirst()
                .orElse(null);
    }

    private void neighbours(Service service, Model model) {
        var key = service.key();
        model.addAttribute("uses", dependencies.usedBy(key));
        model.addAttribute("users", dependencies.usersOf(key));
        model.addAttribute("dependents", dependencies.dependentsOf(key));
        var others = services.all().stream()
                .filter(one -> !one.key().equals(key) && !one.retired())
                .toList();
        model.addAttribute("others", others.size() > MOST_TO_CHOOSE_FROM ? List.of() : others);
    }

    private ServiceForm typed(Service service) {
        var rate = service.rate();
        return new ServiceForm(
                service.key(),
                service.name(),
                service.description(),
                service.tier(),
                service.team(),
                service.owner(),
                String.join(" ", managers.named(service.key())),
                rate == null ? "" : rate.amount().toPlainString(),
                rate == null ? "" : rate.currency());
    }

    private static boolean managesAny(Actor by) {
        return by.has(Role.ADMIN) || by.has(Role.SERVICE_MANAGER);
    }

    /** What the fields of an agreement's times are called, and what stands in them. */
    public record TargetFields() {

        public String of(Metric metric, Priority priority) {
            return Agreements.field(metric, priority);
        }

        public String text(ServiceAgreement agreement, Metric metric, Priority priority) {
            return agreement.target(priority, metric).map(Agreements::written).orElse("");
        }
    }

    /** Names of people for a template. */
    public record PersonNames(People people) {

        public String of(String username) {
            return people.find(username).map(Person::name).orElse(username);
        }
    }
}
