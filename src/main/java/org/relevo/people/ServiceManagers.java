package org.relevo.people;

import java.util.List;
import org.relevo.platform.Audit;
import org.relevo.platform.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who was named to answer for a service. */
@Component
public class ServiceManagers {

    private final JdbcClient jdbc;
    private final StoredPeople people;
    private final Audit audit;

    ServiceManagers(JdbcClient jdbc, StoredPeople people, Audit audit) {
        this.jdbc = jdbc;
        this.people = people;
        this.audit = audit;
    }

    /** Usernames; empty where nobody was named and so every service manager answers for it. */
    public List<String> named(String service) {
        return people.snapshot().serviceManagers().getOrDefault(service, List.of());
    }

    @Transactional
    public void name(Actor by, String service, List<String> usernames) {
        by.require(Role.ADMIN, Role.SERVICE_MANAGER);
        var unknown = usernames.stream()
                .filter(username -> !people.snapshot().isEnabled(username))
                .toList();
        if (!unknown.isEmpty()) {
            throw new Refusal.Invalid(
                    "managers",
                    "Not a person who is enabled: %s. Write usernames.".formatted(String.join(", ", unknown)));
        }
        jdbc.sql("delete from service_manager where service = :service")
                .param("service", service)
                .update();
        for (var username : usernames) {
            jdbc.sql(
                            "insert into service_manager (service, username) values (:service, :username) on conflict do nothing")
                    .param("service", service)
                    .param("username", username)
                    .update();
        }
        audit.record(by.name(), "service managers named", service, String.join(" ", usernames));
        people.forget();
    }
}
