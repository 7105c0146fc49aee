package org.relevo.rca.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.platform.web.Choices;
import org.relevo.rca.Actions;
import org.relevo.rca.web.RcaDetail.Planned;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Corrective actions over HTTP. */
@RestController
@RequestMapping("/api/v1/actions")
@Tag(name = "Corrective actions")
class ActionsApi {

    private final Actions actions;

    ActionsApi(Actions actions) {
        this.actions = actions;
    }

    /**
     * One page of actions, those that are due first; pages count from 0.
     *
     * @param preventableMinutes how long the repeats took while an action was overdue
     */
    record Listing(List<Planned> items, int page, int size, long total, long preventableMinutes) {}

    /** Which actions are told. */
    enum State {
        OPEN,
        DONE
    }

    @GetMapping
    @Operation(summary = "Actions by state (open or done) and owner, those that are due first; at most 200 a page")
    Listing find(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size) {
        var wanted = Choices.one("state", state, State.class);
        var filter = new Actions.Filter(wanted == null ? null : Boolean.valueOf(wanted == State.OPEN), owner, text);
        var at = Choices.number("page", page, 0, 0, 1_000_000);
        var many = Choices.number("size", size, 50, 1, 200);
        return new Listing(
                actions.find(filter, at, many).stream().map(Planned::of).toList(),
                at,
                many,
                actions.count(filter),
                actions.preventable().time().toMinutes());
    }

    @PostMapping("/{number}/done")
    @Operation(
            summary = "Says that an action is done: note. Its quiet window begins",
            requestBody = @RequestBody(content = @Content(schema = @Schema(type = "object"))))
    Planned done(@PathVariable String number, HttpServletRequest request, Actor who) {
        var note = RcaApi.sent(request).getOrDefault("note", "");
        return Planned.of(actions.done(new WorkItemNumber(number), note, who));
    }
}
