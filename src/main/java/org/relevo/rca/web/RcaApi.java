package org.relevo.rca.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.Choices;
import org.relevo.platform.web.JsonBody;
import org.relevo.rca.Actions;
import org.relevo.rca.RcaStatus;
import org.relevo.rca.RcaWriting;
import org.relevo.rca.Rcas;
import org.relevo.rca.Section;
import org.relevo.rca.web.RcaDetail.Planned;
import org.relevo.rca.web.RcaDetail.Summary;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Root-cause analyses over HTTP, with the verbs of their writing and review. */
@RestController
@RequestMapping("/api/v1/rcas")
@Tag(name = "Root-cause analyses")
class RcaApi {

    private final Rcas rcas;
    private final RcaWriting writing;
    private final Actions actions;

    RcaApi(Rcas rcas, RcaWriting writing, Actions actions) {
        this.rcas = rcas;
        this.writing = writing;
        this.actions = actions;
    }

    /** One page of analyses, the newest first; pages count from 0. */
    record Listing(List<Summary> items, int page, int size, long total) {}

    @GetMapping
    @Operation(summary = "Analyses by status, the newest first; at most 200 a page")
    Listing find(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size) {
        var filter = new Rcas.Filter(Choices.one("status", status, RcaStatus.class), null, text);
        var at = Choices.number("page", page, 0, 0, 1_000_000);
        var many = Choices.number("size", size, 50, 1, 200);
        return new Listing(
                rcas.find(filter, at, many).stream().map(Summary::of).toList(), at, many, rcas.count(filter));
    }

    @GetMapping("/{number}")
    @Operation(summary = "An analysis with its texts, whys, actions, comments and versions")
    RcaDetail get(@PathVariable String number) {
        var wanted = new WorkItemNumber(number);
        return RcaDetail.of(rcas.get(wanted), rcas.content(wanted));
    }

    @GetMapping(path = "/{number}/rca.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "The analysis as a PDF, in the language of the one who asks")
    byte[] pdf(@PathVariable String number, Actor who) {
        return rcas.pdf(new WorkItemNumber(number), who.name());
    }

    @PutMapping("/{number}/sections/{section}")
    @Operation(
            summary = "Writes a section: version (the one that was read) and text; 409 where somebody was faster",
            requestBody = @RequestBody(content = @Content(schema = @Schema(type = "object"))))
    RcaDetail write(@PathVariable String number, @PathVariable String section, HttpServletRequest request, Actor who) {
        who.require(Role.AGENT, Role.SERVICE_MANAGER);
        var sent = sent(request);
        var wanted = new WorkItemNumber(number);
        var version = Choices.number("version", sent.get("version"), 0, 0, 1_000_000);
        writing.edit(wanted, section(section), version, sent.getOrDefault("text", ""), who);
        return get(number);
    }

    @PostMapping("/{number}/sections/{section}/draft")
    @Operation(summary = "Drafts a section again from the timeline; what stood there is kept")
    RcaDetail redraft(@PathVariable String number, @PathVariable String section, Actor who) {
        writing.redraft(new WorkItemNumber(number), section(section), who);
        return get(number);
    }

    @PostMapping("/{number}/whys")
    @Operation(
            summary = "Adds a why: text, parent (its id), points (the id of an event or the number of an action)",
            requestBody = @RequestBody(content = @Content(schema = @Schema(type = "object"))))
    RcaDetail addWhy(@PathVariable String number, HttpServletRequest request, Actor who) {
        who.require(Role.AGENT, Role.SERVICE_MANAGER);
        var sent = sent(request);
        writing.addWhy(
                new WorkItemNumber(number), RcaWritingPages.id(sent.get("parent")), RcaWritingPages.answer(sent), who);
        return get(number);
    }

    @PostMapping("/{number}/actions")
    @Operation(
            summary = "Plans a corrective action: title, owner, and days (business days) or date",
            requestBody = @RequestBody(content = @Content(schema = @Schema(type = "object"))))
    Planned plan(@PathVariable String number, HttpServletRequest request, Actor who) {
        who.require(Role.AGENT, Role.SERVICE_MANAGER);
        return Planned.of(actions.plan(new WorkItemNumber(number), Plans.read(sent(request)), who));
    }

    @PostMapping("/{number}/submit")
    @Operation(summary = "Sends it to review")
    RcaDetail submit(@PathVariable String number, Actor who) {
        rcas.submit(new WorkItemNumber(number), who);
        return get(number);
    }

    @PostMapping("/{number}/return")
    @Operation(
            summary = "Returns it to its author with a reason",
            requestBody = @RequestBody(content = @Content(schema = @Schema(type = "object"))))
    RcaDetail giveBack(@PathVariable String number, HttpServletRequest request, Actor who) {
        who.require(Role.SERVICE_MANAGER);
        rcas.giveBack(new WorkItemNumber(number), sent(request).getOrDefault("reason", ""), who);
        return get(number);
    }

    @PostMapping("/{number}/approve")
    @Operation(summary = "Approves it; refused to everybody who wrote a part of it")
    RcaDetail approve(@PathVariable String number, Actor who) {
        rcas.approve(new WorkItemNumber(number), who);
        return get(number);
    }

    @PostMapping("/{number}/comments")
    @Operation(
            summary = "Comments on it: text",
            requestBody = @RequestBody(content = @Content(schema = @Schema(type = "object"))))
    RcaDetail comment(@PathVariable String number, HttpServletRequest request, Actor who) {
        who.require(Role.AGENT, Role.SERVICE_MANAGER);
        rcas.comment(new WorkItemNumber(number), sent(request).getOrDefault("text", ""), who);
        return get(number);
    }

    @PostMapping("/{number}/skip")
    @Operation(
            summary = "Asks to leave it out, with a reason",
            requestBody = @RequestBody(content = @Content(schema = @Schema(type = "object"))))
    RcaDetail askToSkip(@PathVariable String number, HttpServletRequest request, Actor who) {
        who.require(Role.AGENT, Role.SERVICE_MANAGER);
        rcas.askToSkip(new WorkItemNumber(number), sent(request).getOrDefault("reason", ""), who);
        return get(number);
    }

    @PostMapping("/{number}/skip/agree")
    @Operation(summary = "Agrees, as a second person, that it is left out")
    RcaDetail agreeToSkip(@PathVariable String number, Actor who) {
        rcas.agreeToSkip(new WorkItemNumber(number), who);
        return get(number);
    }

    @PostMapping("/{number}/skip/refuse")
    @Operation(
            summary = "Does not agree that it is left out, with a reason",
            requestBody = @RequestBody(content = @Content(schema = @Schema(type = "object"))))
    RcaDetail refuseToSkip(@PathVariable String number, HttpServletRequest request, Actor who) {
        who.require(Role.SERVICE_MANAGER);
        rcas.refuseToSkip(new WorkItemNumber(number), sent(request).getOrDefault("reason", ""), who);
        return get(number);
    }

    static Map<String, String> sent(HttpServletRequest request) {
        var body = JsonBody.bytes(request, JsonBody.LIMIT);
        return body.length == 0 ? Map.of() : JsonBody.object(body).texts();
    }

    private static Section section(String name) {
        var known = Choices.one("section", name, Section.class);
        if (known == null) {
            throw new Refusal.NotFound("An analysis has no section without a name.");
        }
        return known;
    }
}
