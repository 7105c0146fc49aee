package org.relevo.escalation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.relevo.escalation.MaintenanceWindows;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.web.JsonBody;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Plans the times in which escalations wait, for programs. */
@RestController
@Tag(name = "Maintenance")
class MaintenanceApi {

    private final MaintenanceWindows windows;

    MaintenanceApi(MaintenanceWindows windows) {
        this.windows = windows;
    }

    @Operation(summary = "Maintenance windows that go on or lie ahead, and those of the last week")
    @GetMapping(path = "/api/v1/maintenance-windows", produces = MediaType.APPLICATION_JSON_VALUE)
    List<MaintenanceWindows.Window> all() {
        return windows.all();
    }

    @Operation(summary = "Plans a maintenance window: service (null for every one), from, to, because")
    @PostMapping(
            path = "/api/v1/maintenance-windows",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    MaintenanceWindows.Window plan(HttpServletRequest request, Actor by) {
        by.require(Role.SERVICE_MANAGER, Role.ADMIN);
        var body = JsonBody.object(request);
        body.only("service", "from", "to", "because");
        var service = body.textOrNull("service", 100);
        var from = body.instant("from");
        var to = body.instant("to");
        var because = body.text("because");
        body.check();
        return windows.plan(service, from, to, because, by);
    }

    @Operation(summary = "Ends a maintenance window now, or takes one back that has not begun")
    @PostMapping("/api/v1/maintenance-windows/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable long id, Actor by) {
        windows.end(id, by);
    }
}
