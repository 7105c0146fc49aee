package org.relevo.workflow.designer.web;

import java.net.URI;
import org.relevo.workflow.designer.SavedMeanwhile;
import org.relevo.workflow.designer.UnsafeXml;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells the editor why a draft was not saved, so that it can show the way out. */
@RestControllerAdvice(assignableTypes = DraftsApi.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class DraftProblems {

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
