package org.relevo.handover.knowledge.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.relevo.handover.Handovers;
import org.relevo.handover.knowledge.Knowledge;
import org.relevo.handover.knowledge.TrainingNeed;
import org.relevo.handover.knowledge.TrainingSession;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.JsonBody;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The knowledge transfer of a handover over HTTP. A token is no person: it neither says who was there nor confirms. */
@RestController
@RequestMapping(path = "/api/v1/handovers/{number}/knowledge", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Handovers")
class KnowledgeApi {

    private final Knowledge knowledge;
    private final Handovers handovers;

    KnowledgeApi(Knowledge knowledge, Handovers handovers) {
        this.knowledge = knowledge;
        this.handovers = handovers;
    }

    /** The sessions of a handover by time, and what each person needs. */
    record Transfer(List<TrainingSession> sessions, List<TrainingNeed> needs) {}

    @GetMapping
    @Operation(summary = "Sessions with attendance, questions and confirmations, and the training needs of a handover")
    Transfer get(@PathVariable String number) {
        var wanted = handovers.get(new WorkItemNumber(number)).number();
        return new Transfer(knowledge.sessions(wanted), knowledge.needs(wanted));
    }

    @PostMapping("/sessions")
    @Operation(
            summary =
                    "Arranges a session: topic, agenda, startsAt (local, such as 2027-01-31T14:20), zone, minutes, trainer, material (a link) and receivers (usernames, separated by commas)",
            requestBody = @RequestBody(content = @Content(schema = @Schema(type = "object"))))
    TrainingSession arrange(@PathVariable String number, HttpServletRequest request, Actor who) {
        return knowledge.arrange(new WorkItemNumber(number), sent(request), who);
    }

    @PostMapping("/sessions/{id}/attendance")
    @Operation(
            summary = "The trainer says who was there: attended (usernames, separated by commas)",
            requestBody = @RequestBody(content = @Content(schema = @Schema(type = "object"))))
    TrainingSession attendance(
            @PathVariable String number, @PathVariable String id, HttpServletRequest request, Actor who) {
        return knowledge.attendance(new WorkItemNumber(number), id(id), sent(request), who);
    }

    @PostMapping("/sessions/{id}/confirm")
    @Operation(
            summary = "Says for oneself to have understood a session at which one was",
            requestBody = @RequestBody(content = @Content(schema = @Schema(type = "object"))))
    TrainingSession confirm(@PathVariable String number, @PathVariable String id, Actor who) {
        return knowledge.confirm(new WorkItemNumber(number), id(id), who);
    }

    @PostMapping("/needs")
    @Operation(
            summary = "Says what somebody has to learn: person, topic and neededBy (a day)",
            requestBody = @RequestBody(content = @Content(schema = @Schema(type = "object"))))
    Transfer need(@PathVariable String number, HttpServletRequest request, Actor who) {
        knowledge.need(new WorkItemNumber(number), sent(request), who);
        return get(number);
    }

    private static long id(String typed) {
        if (!typed.matches("[0-9]{1,18}")) {
            throw new Refusal.NotFound("There is no such session.");
        }
        return Long.parseLong(typed);
    }

    private static Map<String, String> sent(HttpServletRequest request) {
        var body = JsonBody.bytes(request, JsonBody.LIMIT);
        return body.length == 0 ? Map.of() : JsonBody.object(body).texts();
    }
}
