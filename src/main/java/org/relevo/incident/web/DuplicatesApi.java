package org.relevo.incident.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.incident.Duplicates;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.JsonBody;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an incident is a duplicate of, and its own duplicates, for programs. */
@RestController
@Tag(name = "Work items")
@RequestMapping(path = "/api/v1/incidents/{number}/duplicate-of", produces = MediaType.APPLICATION_JSON_VALUE)
class DuplicatesApi {

    private final Duplicates duplicates;
    private final WorkItems workItems;

    DuplicatesApi(Duplicates duplicates, WorkItems workItems) {
        this.duplicates = duplicates;
        this.workItems = workItems;
    }

    /** What a request may hold. */
    private record Marking(String parent, String because) {}

    /**
     * How an incident is linked.
     *
     * @param duplicateOf number of its parent; null where it stands by itself
     * @param duplicates numbers of its children
     */
    record Linked(
            String number,
            @Nullable String duplicateOf,
            @Nullable String because,
            List<String> duplicates) {}

    @Operation(summary = "What an incident is a duplicate of, and what its own duplicates are")
    @GetMapping
    Linked get(@PathVariable String number) {
        return linked(known(number));
    }

    @Operation(
            summary = "Marks an open incident as a duplicate of another open one, which it follows from then on",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = Marking.class))))
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Linked mark(@PathVariable String number, HttpServletRequest request, Actor by) {
        by.require(Role.AGENT, Role.SERVICE_MANAGER);
        var child = known(number);
        var body = JsonBody.object(request);
        body.only("parent", "because");
        var parent = body.text("parent");
        var because = body.text("because");
        body.check();
        duplicates.mark(child, new WorkItemNumber(parent), because, by);
        return linked(child);
    }

    @Operation(summary = "Lets an incident stand by itself again; its clocks go on")
    @DeleteMapping
    Linked undo(@PathVariable String number, Actor by) {
        by.require(Role.AGENT, Role.SERVICE_MANAGER);
        var child = known(number);
        duplicates.undo(child, by);
        return linked(child);
    }

    private Linked linked(WorkItemNumber number) {
        var parent = duplicates.parentOf(number);
        return new Linked(
                number.value(),
                parent.map(link -> link.to().value()).orElse(null),
                parent.map(link -> link.because()).orElse(null),
                duplicates.childrenOf(number).stream()
                        .map(link -> link.from().value())
                        .toList());
    }

    private WorkItemNumber known(String number) {
        var known = new WorkItemNumber(number);
        if (workItems.find(known).isEmpty()) {
            throw new Refusal.NotFound(
                    "There is no incident %s. /api/v1/work-items lists those there are.".formatted(known));
        }
        return known;
    }
}
