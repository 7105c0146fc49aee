package org.relevo.inbox.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relevo.inbox.FormField;
import org.relevo.inbox.Inbox;
import org.relevo.inbox.InboxItem;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.JsonBody;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tasks over HTTP, for the person or token that asks. */
@RestController
@RequestMapping("/api/v1/tasks")
@Tag(name = "Tasks")
class TasksApi {

    private final Inbox inbox;

    TasksApi(Inbox inbox) {
        this.inbox = inbox;
    }

    /** One page of tasks; times in UTC. */
    record TaskPage(List<TaskRow> items, int page, int size, long total) {}

    record TaskRow(
            String id,
            String key,
            String name,
            String workItem,
            @Nullable String team,
            @Nullable String role,
            @Nullable String assignee,
            Instant createdAt,
            @Nullable Instant endedAt,
            @Nullable String outcome) {
        static TaskRow of(InboxItem task) {
            return new TaskRow(
                    task.id(),
                    task.key(),
                    task.name(),
                    task.workItem().value(),
                    task.team(),
                    task.role(),
                    task.assignee(),
                    task.createdAt(),
                    task.endedAt(),
                    task.outcome());
        }
    }

    @GetMapping
    @Operation(summary = "Tasks of the one who asks: mine, teams or done; the least time left first")
    TaskPage find(
            Actor who,
            @RequestParam(defaultValue = "teams") String tab,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        if (page < 0 || size < 1 || size > 200) {
            throw new Refusal.Invalid("size", "page counts from 0, size lies between 1 and 200.");
        }
        var which = tab(tab);
        var items = inbox.find(who, which, text, page, size).stream()
                .map(TaskRow::of)
                .toList();
        return new TaskPage(items, page, size, inbox.count(who, which, text));
    }

    private static Inbox.Tab tab(String name) {
        try {
            return Inbox.Tab.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Refusal.Invalid("tab", "“%s” is no tab. Use mine, teams or done.".formatted(name));
        }
    }

    @GetMapping("/{id}/form")
    @Operation(summary = "The fields of an open task's form")
    List<FormField> form(@PathVariable String id, Actor who) {
        return inbox.form(id, who);
    }

    @PostMapping("/{id}/claim")
    @Operation(summary = "Claims a task; 409 names the one who has it")
    TaskRow claim(@PathVariable String id, Actor who) {
        return TaskRow.of(inbox.claim(id, who));
    }

    @PostMapping("/{id}/release")
    @Operation(summary = "Gives a claimed task back")
    TaskRow release(@PathVariable String id, Actor who) {
        return TaskRow.of(inbox.release(id, who));
    }

    @PostMapping("/{id}/complete")
    @Operation(
            summary = "Completes a claimed task with the values of its form, an object of field id to value",
            requestBody = @RequestBody(content = @Content(schema = @Schema(type = "object"))))
    TaskRow complete(@PathVariable String id, HttpServletRequest request, Actor who) {
        var body = JsonBody.bytes(request, JsonBody.LIMIT);
        var values = body.length == 0
                ? Map.<String, String>of()
                : JsonBody.object(body).texts();
        return TaskRow.of(inbox.complete(id, who, values));
    }
}
