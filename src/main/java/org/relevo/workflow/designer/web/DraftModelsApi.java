package org.relevo.workflow.designer.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.JsonBody;
import org.relevo.workflow.designer.Draft;
import org.relevo.workflow.designer.ProcessDrafts;
import org.relevo.workflow.designer.SavedMeanwhile;
import org.relevo.workflow.designer.UnsafeXml;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The BPMN of drafts: what the editor opens and saves. */
@RestController
@RequestMapping("/api/v1/drafts")
@Tag(name = "Processes")
class DraftModelsApi {

    private static final MediaType XML = MediaType.parseMediaType("application/xml;charset=UTF-8");
    private static final int LIMIT = 1024 * 1024;
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"?(\\d{1,9})\"?");

    private final ProcessDrafts drafts;

    DraftModelsApi(ProcessDrafts drafts) {
        this.drafts = drafts;
    }

    @PostMapping(consumes = MediaType.APPLICATION_XML_VALUE)
    @Operation(
            summary = "Begins a draft from BPMN that was drawn elsewhere",
            requestBody = @RequestBody(content = @Content(mediaType = "application/xml")))
    ResponseEntity<Draft> take(HttpServletRequest request, Actor who) {
        who.require(Role.PROCESS_ADMIN);
        var draft = drafts.take(body(request), who);
        return ResponseEntity.created(URI.create("/api/v1/drafts/" + draft.id()))
                .body(draft);
    }

    @GetMapping("/{id}/xml")
    @Operation(summary = "The newest BPMN of a draft, with its version as ETag; version=n for an older one")
    ResponseEntity<String> xml(
            @PathVariable long id, @RequestParam(required = false) @Nullable Integer version, Actor who) {
        who.require(Role.PROCESS_ADMIN);
        var draft = drafts.get(id);
        var wanted = version == null ? draft.version() : version;
        return ResponseEntity.ok().eTag("\"" + wanted + "\"").contentType(XML).body(drafts.xml(id, wanted));
    }

    @PutMapping("/{id}/xml")
    @Operation(
            summary = "Saves BPMN over the version that If-Match names; 412 where somebody else saved meanwhile",
            requestBody = @RequestBody(content = @Content(mediaType = "application/xml")))
    ResponseEntity<Void> save(@PathVariable long id, HttpServletRequest request, Actor who) {
        who.require(Role.PROCESS_ADMIN);
        drafts.get(id);
        var tag = TAG.matcher(String.valueOf(request.getHeader("If-Match")));
        if (!tag.matches()) {
            throw new Refusal.Invalid("If-Match", "Say which version you have read, as in If-Match: \"3\".");
        }
        var saved = drafts.save(id, Integer.parseInt(tag.group(1)), body(request), note(request), who);
        return ResponseEntity.status(HttpStatus.NO_CONTENT)
                .eTag("\"" + saved.version() + "\"")
                .build();
    }

    private static @Nullable String note(HttpServletRequest request) {
        var note = request.getParameter("note");
        return note == null || note.isBlank() ? null : note.substring(0, Math.min(200, note.length()));
    }

    static String body(HttpServletRequest request) {
        return new String(bytes(request), StandardCharsets.UTF_8);
    }

    /** A little more than is read, so that the guard says what is wrong with it. */
    static byte[] bytes(HttpServletRequest request) {
        return JsonBody.bytes(request, LIMIT + 4096);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> savedMeanwhile(SavedMeanwhile e) {
        var problem = problem(HttpStatus.PRECONDITION_FAILED, "saved-meanwhile", "Somebody else saved meanwhile", e);
        problem.setProperty("by", e.draft().changedBy());
        problem.setProperty("at", e.draft().changedAt());
        problem.setProperty("version", e.draft().version());
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unsafe(UnsafeXml e) {
        var problem = problem(HttpStatus.UNPROCESSABLE_CONTENT, "unsafe", "This is not kept, not even as a draft", e);
        problem.setProperty("problems", e.problems());
        return answer(problem);
    }

    private static ProblemDetail problem(HttpStatus status, String type, String title, Exception e) {
        var problem = ProblemDetail.forStatusAndDetail(status, String.valueOf(e.getMessage()));
        problem.setType(URI.create("urn:relevo:problem:" + type));
        problem.setTitle(title);
        return problem;
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
