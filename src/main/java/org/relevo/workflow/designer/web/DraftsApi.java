package org.relevo.workflow.designer.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.web.JsonBody;
import org.relevo.platform.web.JsonFields;
import org.relevo.workflow.designer.Comparison;
import org.relevo.workflow.designer.Draft;
import org.relevo.workflow.designer.DraftComment;
import org.relevo.workflow.designer.DraftVersion;
import org.relevo.workflow.designer.ModelChange;
import org.relevo.workflow.designer.ProcessDrafts;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** ProcessDrafts of processes over HTTP, for the editor and for whoever draws elsewhere. */
@RestController
@RequestMapping("/api/v1/drafts")
@Tag(name = "Processes")
class DraftsApi {

    private final ProcessDrafts drafts;
    private final Comparison comparison;

    DraftsApi(ProcessDrafts drafts, Comparison comparison) {
        this.drafts = drafts;
        this.comparison = comparison;
    }

    @GetMapping
    @Operation(summary = "The drafts that are not deployed yet, the newest change first")
    List<Draft> open(Actor who) {
        who.require(Role.PROCESS_ADMIN);
        return drafts.open();
    }

    @PostMapping
    @Operation(
            summary =
                    "Begins a draft: process (of what is deployed), copyOf (a draft), or key and name (a new process)",
            requestBody = @RequestBody(content = @Content(schema = @Schema(type = "object"))))
    ResponseEntity<Draft> begin(HttpServletRequest request, Actor who) {
        who.require(Role.PROCESS_ADMIN);
        var sent = JsonBody.object(request);
        var draft = begun(sent, who);
        return ResponseEntity.created(URI.create("/api/v1/drafts/" + draft.id()))
                .body(draft);
    }

    private Draft begun(JsonFields sent, Actor who) {
        if (sent.has("copyOf")) {
            var copy = sent.count("copyOf");
            sent.check();
            return drafts.duplicate(copy, who);
        }
        var process = sent.textOrNull("process");
        var key = Objects.requireNonNullElse(sent.textOrNull("key"), "");
        var name = Objects.requireNonNullElse(sent.textOrNull("name"), "");
        sent.check();
        return process != null ? drafts.begin(process, who) : drafts.begin(key, name, who);
    }

    @GetMapping("/{id}")
    @Operation(summary = "A draft: who works on it, its version and its state")
    Draft one(@PathVariable long id, Actor who) {
        who.require(Role.PROCESS_ADMIN);
        return drafts.get(id);
    }

    @GetMapping("/{id}/versions")
    @Operation(summary = "Every state of a draft that was saved, the newest first; at most 200")
    List<DraftVersion> versions(@PathVariable long id, Actor who) {
        who.require(Role.PROCESS_ADMIN);
        return drafts.versions(id);
    }

    @PostMapping("/{id}/versions/{version}/use")
    @Operation(summary = "Makes an old version the newest")
    Draft use(@PathVariable long id, @PathVariable int version, Actor who) {
        who.require(Role.PROCESS_ADMIN);
        return drafts.useAgain(id, version, who);
    }

    @GetMapping("/{id}/changes")
    @Operation(
            summary =
                    "What differs by element id (added, removed, changed, moved): from and to are versions of the draft"
                            + " or 'deployed'; by default from what is deployed to the newest")
    List<ModelChange> changes(
            @PathVariable long id,
            @RequestParam(defaultValue = "deployed") String from,
            @RequestParam(defaultValue = "newest") String to,
            Actor who) {
        who.require(Role.PROCESS_ADMIN);
        return comparison.between(id, from, to);
    }

    @GetMapping("/{id}/comments")
    @Operation(summary = "What was said of a draft")
    List<DraftComment> comments(@PathVariable long id, Actor who) {
        who.require(Role.PROCESS_ADMIN);
        return drafts.comments(drafts.get(id).id());
    }

    @PostMapping("/{id}/comments")
    @Operation(
            summary = "Says something of a draft: text",
            requestBody = @RequestBody(content = @Content(schema = @Schema(type = "object"))))
    List<DraftComment> comment(@PathVariable long id, HttpServletRequest request, Actor who) {
        who.require(Role.PROCESS_ADMIN);
        drafts.get(id);
        var sent = JsonBody.object(request);
        var text = sent.text("text");
        sent.check();
        drafts.comment(id, text, who);
        return drafts.comments(id);
    }

    @PostMapping("/{id}/lock")
    @Operation(summary = "Keeps others from saving for 30 minutes; 409 where somebody else does")
    Draft lock(@PathVariable long id, Actor who) {
        return drafts.lock(id, who);
    }

    @DeleteMapping("/{id}/lock")
    @Operation(summary = "Lets others save again")
    Draft unlock(@PathVariable long id, Actor who) {
        return drafts.unlock(id, who);
    }
}
