package org.relevo.service;

import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.relevo.people.Actor;
import org.relevo.people.People;
import org.relevo.people.Person;
import org.relevo.people.Role;
import org.relevo.people.ServiceManagers;
import org.relevo.platform.Audit;
import org.relevo.platform.Refusal;
import org.relevo.platform.Refusal.FieldProblem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enters services and changes them. */
@Component
public class ServiceCatalogue {

    public static final List<String> TIERS = List.of("gold", "silver", "bronze");

    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{1,39}");

    private final JdbcClient jdbc;
    private final StoredServices services;
    private final People people;
    private final ServiceManagers managers;
    private final ServiceLifecycle lifecycle;
    private final Audit audit;

    ServiceCatalogue(
            JdbcClient jdbc,
            StoredServices services,
            People people,
            ServiceManagers managers,
            ServiceLifecycle lifecycle,
            Audit audit) {
        this.jdbc = jdbc;
        this.services = services;
        this.people = people;
        this.managers = managers;
        this.lifecycle = lifecycle;
        this.audit = audit;
    }

    public Service get(String key) {
        return services.find(key).orElseThrow(() -> StoredServices.unknown(key));
    }

    /** Enters a service that is in operation already. */
    @Transactional
    public void create(Actor by, ServiceForm form) {
        create(by, form, Lifecycle.OPERATIONAL);
    }

    /** @param starts planned, where a project builds it, or operational */
    @Transactional
    public void create(Actor by, ServiceForm form, Lifecycle starts) {
        by.require(Role.ADMIN, Role.SERVICE_MANAGER);
        var problems = problems(form);
        if (!KEY.matcher(form.key()).matches() || form.key().equals("new")) {
            problems.add(new FieldProblem(
                    "key", "Choose 2 to 40 lower-case letters, digits or hyphens; alerts name the service by it."));
        } else if (services.find(form.key()).isPresent()) {
            problems.add(new FieldProblem("key", "There is a service %s already.".formatted(form.key())));
        }
        if (starts != Lifecycle.PLANNED && starts != Lifecycle.OPERATIONAL) {
            problems.add(new FieldProblem("lifecycle", "A new service is PLANNED or OPERATIONAL. Choose one of them."));
        }
        refuse(problems);
        write(
                by,
                "insert into service (key, name, description, tier, team, owner, rate_per_hour, rate_currency)"
                        + " values (:key, :name, :description, :tier, :team, :owner, :rate, :currency)",
                form.key(),
                form);
        audit.record(by.name(), "service created", form.key(), form.toString());
        lifecycle.start(form.key(), starts, by);
    }

    @Transactional
    public void change(Actor by, String key, ServiceForm form) {
        services.fresh(key).requireKeeper(by);
        var problems = problems(form);
        if (!mayNameManagers(by) && !namesSame(key, form)) {
            problems.add(new FieldProblem(
                    "managers",
                    "Only a service manager or an administrator names them. Leave %s as they are."
                            .formatted(String.join(" ", managers.named(key)))));
        }
        refuse(problems);
        write(
                by,
                "update service set name = :name, description = :description, tier = :tier, team = :team, owner = :owner,"
                        + " rate_per_hour = :rate, rate_currency = :currency where key = :key",
                key,
                form);
        audit.record(by.name(), "service changed", key, form.toString());
    }

    private void write(Actor by, String sql, String key, ServiceForm form) {
        var rate = form.hourlyRate();
        jdbc.sql(sql)
                .param("key", key)
                .param("name", form.name())
                .param("description", form.description())
                .param("tier", form.tier())
                .param("team", form.team().isEmpty() ? null : form.team())
                .param("owner", form.owner().isEmpty() ? null : form.owner())
                .param("rate", rate == null ? null : rate.amount(), Types.NUMERIC)
                .param("currency", rate == null ? null : rate.currency(), Types.VARCHAR)
                .update();
        if (mayNameManagers(by)) {
            managers.name(by, key, form.managerNames());
        }
        services.forget();
    }

    private static boolean mayNameManagers(Actor by) {
        return by.has(Role.ADMIN) || by.has(Role.SERVICE_MANAGER);
    }

    private boolean namesSame(String key, ServiceForm form) {
        return Set.copyOf(managers.named(key)).equals(Set.copyOf(form.managerNames()));
    }

    private List<FieldProblem> problems(ServiceForm form) {
        var problems = new ArrayList<>(HourlyRate.problems(form.rate(), form.currency()));
        if (form.name().isEmpty() || form.name().length() > 100) {
            problems.add(new FieldProblem("name", "Give the service a name of 1 to 100 characters."));
        }
        if (form.description().length() > 2000) {
            problems.add(new FieldProblem("description", "Shorten the description to 2000 characters."));
        }
        if (!Set.copyOf(TIERS).contains(form.tier())) {
            problems.add(new FieldProblem("tier", "Choose gold, silver or bronze."));
        }
        if (!form.team().isEmpty() && people.team(form.team()).isEmpty()) {
            problems.add(new FieldProblem(
                    "team", "There is no team %s any more. Choose another one.".formatted(form.team())));
        }
        if (!form.owner().isEmpty()
                && people.find(form.owner()).filter(Person::enabled).isEmpty()) {
            problems.add(new FieldProblem(
                    "owner", "%s is not a person who is enabled. Write a username.".formatted(form.owner())));
        }
        return problems;
    }

    private static void refuse(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw new Refusal.Invalid(problems);
        }
    }
}
