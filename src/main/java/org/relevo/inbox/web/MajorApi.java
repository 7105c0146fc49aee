package org.relevo.inbox.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.relevo.incident.Closure;
import org.relevo.incident.MajorIncidents;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.JsonBody;
import org.relevo.rules.Priority;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Promotes, demotes, confirms and reopens incidents, for programs. */
@RestController
@RequestMapping(path = "/api/v1/incidents/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Work items")
class MajorApi {

    private final MajorIncidents major;
    private final Closure closure;

    MajorApi(MajorIncidents major, Closure closure) {
        this.major = major;
        this.closure = closure;
    }

    /** How an incident stands afterwards. */
    record Standing(
            String number,
            String state,
            @Nullable String priority,
            @Nullable String priorityReason) {

        static Standing of(WorkItem item) {
            return new Standing(
                    item.number().value(),
                    item.state().name(),
                    item.priority() == null ? null : item.priority().name(),
                    item.priorityReason());
        }
    }

    @Operation(summary = "Gives an open incident a priority by hand: priority (P1 to P4), because")
    @PostMapping(path = "/priority", consumes = MediaType.APPLICATION_JSON_VALUE)
    Standing priority(@PathVariable String number, HttpServletRequest request, Actor by) {
        by.require(Role.SERVICE_MANAGER, Role.ADMIN);
        var body = JsonBody.object(request);
        body.only("priority", "because");
        var priority = body.choiceOrNull("priority", Priority.class);
        var because = body.text("because");
        body.check();
        if (priority == null) {
            throw new Refusal.Invalid("priority", "Give the priority that it shall have: P1, P2, P3 or P4.");
        }
        return Standing.of(major.give(new WorkItemNumber(number), priority, because, by));
    }

    @Operation(summary = "Makes an incident that rules propose a P1")
    @PostMapping("/major/accept")
    Standing accept(@PathVariable String number, Actor by) {
        by.require(Role.SERVICE_MANAGER, Role.ADMIN);
        return Standing.of(major.accept(new WorkItemNumber(number), by));
    }

    @Operation(summary = "Says that an incident which rules propose is no P1: because")
    @PostMapping(path = "/major/reject", consumes = MediaType.APPLICATION_JSON_VALUE)
    void reject(@PathVariable String number, HttpServletRequest request, Actor by) {
        by.require(Role.SERVICE_MANAGER, Role.ADMIN);
        var body = JsonBody.object(request);
        body.only("because");
        var because = body.text("because");
        body.check();
        major.reject(new WorkItemNumber(number), because, by);
    }

    @Operation(summary = "Confirms that a resolved incident is one, which closes it")
    @PostMapping("/confirm")
    Standing confirm(@PathVariable String number, Actor by) {
        return Standing.of(closure.confirm(new WorkItemNumber(number), by));
    }

    @Operation(summary = "Opens an incident again: worked (whether the service worked in between), because")
    @PostMapping(path = "/reopen", consumes = MediaType.APPLICATION_JSON_VALUE)
    Standing reopen(@PathVariable String number, HttpServletRequest request, Actor by) {
        var body = JsonBody.object(request);
        body.only("worked", "because");
        var worked = body.flag("worked");
        var because = body.text("because");
        body.check();
        return Standing.of(closure.reopen(new WorkItemNumber(number), worked, because, by));
    }
}
