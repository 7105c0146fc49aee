package org.relevo.intake;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.incident.Incidents;
import org.relevo.incident.RaiseIncident;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.relevo.service.Services;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

@Component
class KeyedRaising implements RaisedOnce {

    private static final int LONGEST_KEY = 255;

    private final Incidents incidents;
    private final WorkItems workItems;
    private final Services services;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    KeyedRaising(
            Incidents incidents,
            WorkItems workItems,
            Services services,
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock) {
        this.incidents = incidents;
        this.workItems = workItems;
        this.services = services;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Override
    @Transactional
    public WorkItem raise(@Nullable String key, RaiseIncident what, Actor by) {
        if (what.service() != null) {
            requireAlive(what.service());
        }
        if (key == null || key.isBlank()) {
            return incidents.raise(what, by);
        }
        if (key.length() > LONGEST_KEY) {
            throw new Refusal.Invalid("Idempotency-Key", "Is longer than 255 characters. Shorten it.");
        }
        var request = Sha256.hex(json.writeValueAsString(what));
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "raise\n" + by.name() + "\n" + key)
                .query((rs, row) -> row)
                .list();
        return earlier(key, by, request).orElseGet(() -> raiseFirst(key, what, by, request));
    }

    private void requireAlive(String key) {
        var service = services.find(key)
                .orElseThrow(() -> new Refusal.Invalid(
                        "service",
                        "\"%s\" is not in the service catalogue. Choose one that is, or none: the triage team then gets it."
                                .formatted(key)));
        if (service.retired()) {
            throw new Refusal.Invalid(
                    "service",
                    "%s is retired. Choose the service that took its place, or none: the triage team then gets it."
                            .formatted(service.name()));
        }
    }

    private WorkItem raiseFirst(String key, RaiseIncident what, Actor by, String request) {
        var incident = incidents.raise(what, by);
        jdbc.sql("insert into raised_once (by_whom, key, request_hash, work_item, created_at) values (?, ?, ?, ?, ?)")
                .params(
                        by.name(),
                        key,
                        request,
                        incident.number().value(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return incident;
    }

    private Optional<WorkItem> earlier(String key, Actor by, String request) {
        record Raised(String request, String number) {}
        var raised = jdbc.sql("select request_hash, work_item from raised_once where by_whom = ? and key = ?")
                .params(by.name(), key)
                .query((rs, row) -> new Raised(rs.getString(1), rs.getString(2)))
                .optional();
        if (raised.filter(r -> !r.request().equals(request)).isPresent()) {
            throw new Refusal.Conflict(
                    "This key has raised %s, which was something else. Use a new key for each incident."
                            .formatted(raised.get().number()));
        }
        return raised.flatMap(r -> workItems.find(new WorkItemNumber(r.number())));
    }
}
