package org.relevo.incident.communication;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.relevo.people.Actor;
import org.relevo.people.People;
import org.relevo.people.Person;
import org.relevo.people.Role;
import org.relevo.platform.Audit;
import org.relevo.platform.Refusal;
import org.relevo.platform.Refusal.FieldProblem;
import org.relevo.rules.UpdateAudience;
import org.relevo.service.Service;
import org.relevo.service.Services;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

/** Who waits for news of a service, and how they are told. For service managers and administrators. */
@org.springframework.stereotype.Service
public class Audiences {

    private static final int MOST = 500;
    private static final int MOST_HOOKS = 20;
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@<>,;:\"\\p{Cntrl}]{1,64}@[^\\s@<>,;:\"\\p{Cntrl}]{1,190}");

    private final AudienceRows rows;
    private final Services services;
    private final People people;
    private final WebhookTargets targets;
    private final ApplicationEventPublisher events;
    private final Audit audit;
    private final Clock clock;

    Audiences(
            AudienceRows rows,
            Services services,
            People people,
            WebhookTargets targets,
            ApplicationEventPublisher events,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.services = services;
        this.people = people;
        this.targets = targets;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** The audiences of a service, one of each kind; those nobody has set up are empty. */
    public List<ServiceAudience> of(Actor by, String service) {
        editor(by);
        return rows.of(known(service).key());
    }

    public Service service(Actor by, String key) {
        editor(by);
        return known(key);
    }

    @Transactional
    public void save(Actor by, String service, UpdateAudience audience, AudienceForm form) {
        editor(by);
        known(service);
        var problems = new ArrayList<FieldProblem>();
        if (!Set.of("en", "es").contains(form.language())) {
            problems.add(new FieldProblem("language", "Choose en or es."));
        }
        unknown(
                        form.peopleNames(),
                        name -> people.find(name).filter(Person::enabled).isPresent())
                .forEach(name -> problems.add(new FieldProblem(
                        "people", "%s is not a person who is enabled. Write a username.".formatted(name))));
        unknown(form.teamKeys(), key -> people.team(key).isPresent())
                .forEach(key -> problems.add(
                        new FieldProblem("teams", "There is no team %s. Write the key of one.".formatted(key))));
        unknown(form.mailAddresses(), address -> ADDRESS.matcher(address).matches())
                .forEach(address -> problems.add(new FieldProblem(
                        "addresses", "%s is no mail address. Write one such as ops@example.org.".formatted(address))));
        if (form.peopleNames().size()
                        + form.teamKeys().size()
                        + form.mailAddresses().size()
                > MOST) {
            problems.add(new FieldProblem(
                    "addresses", "An audience has at most %d recipients. Use a distribution list.".formatted(MOST)));
        }
        refuse(problems);
        rows.save(new ServiceAudience(
                service,
                audience,
                Locale.forLanguageTag(form.language()),
                form.peopleNames(),
                form.teamKeys(),
                form.mailAddresses(),
                List.of()));
        audit.record(by.name(), "audience changed", service + "/" + audience.word(), form.toString());
        events.publishEvent(new AudiencesChanged(service));
    }

    @Transactional
    public void addHook(Actor by, String service, UpdateAudience audience, WebhookEntry entry) {
        editor(by);
        known(service);
        var problems = new ArrayList<FieldProblem>();
        if (entry.name().isEmpty() || entry.name().length() > 60) {
            problems.add(new FieldProblem("name", "Give the webhook a name of 1 to 60 characters."));
        }
        targets.problem(entry.address()).ifPresent(why -> problems.add(new FieldProblem("address", why)));
        var hooks = rows.of(service).stream()
                .flatMap(one -> one.webhooks().stream())
                .toList();
        if (hooks.stream()
                .anyMatch(hook -> hook.audience() == audience && hook.name().equals(entry.name()))) {
            problems.add(new FieldProblem("name", "There is a webhook %s already.".formatted(entry.name())));
        }
        if (hooks.size() >= MOST_HOOKS) {
            problems.add(new FieldProblem(
                    "name", "A service has at most %d webhooks. Remove one first.".formatted(MOST_HOOKS)));
        }
        refuse(problems);
        rows.addHook(service, audience, entry.name(), entry.form(), entry.address());
        audit.record(
                by.name(),
                "webhook added",
                service + "/" + audience.word(),
                "%s, %s, %s".formatted(entry.name(), entry.form(), Webhook.masked(entry.address())));
        events.publishEvent(new AudiencesChanged(service));
    }

    @Transactional
    public void removeHook(Actor by, String service, long id) {
        editor(by);
        if (!rows.removeHook(service, id, clock.instant())) {
            throw noHook(service, id);
        }
        audit.record(by.name(), "webhook removed", service, String.valueOf(id));
    }

    /** Posts to a webhook again that was disabled because its address is gone. */
    @Transactional
    public void enableHook(Actor by, String service, long id) {
        editor(by);
        if (!rows.enableHook(service, id)) {
            throw noHook(service, id);
        }
        audit.record(by.name(), "webhook enabled", service, String.valueOf(id));
    }

    private static Refusal.NotFound noHook(String service, long id) {
        return new Refusal.NotFound(
                "%s has no webhook %d any more. The page of its audiences lists those it has.".formatted(service, id));
    }

    public boolean showsStatus(Actor by, String service) {
        editor(by);
        return rows.showsStatus(service);
    }

    /** Whether the status page shows the service. */
    @Transactional
    public void showStatus(Actor by, String service, boolean shown) {
        editor(by);
        known(service);
        rows.showStatus(service, shown);
        audit.record(by.name(), shown ? "shown on the status page" : "taken off the status page", service, null);
        events.publishEvent(new AudiencesChanged(service));
    }

    private static void editor(Actor by) {
        by.require(Role.SERVICE_MANAGER, Role.ADMIN);
    }

    private Service known(String key) {
        return services.find(key)
                .orElseThrow(() -> new Refusal.NotFound(
                        "There is no service %s. The list of services shows which there are.".formatted(key)));
    }

    private static List<String> unknown(List<String> typed, java.util.function.Predicate<String> isKnown) {
        return typed.stream().filter(isKnown.negate()).toList();
    }

    private static void refuse(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw new Refusal.Invalid(problems);
        }
    }
}
