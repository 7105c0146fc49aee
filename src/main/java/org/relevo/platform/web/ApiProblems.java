package org.relevo.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.platform.DatabaseFailure;
import org.relevo.platform.Refusal;
import org.relevo.platform.Refusal.FieldProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells the callers of every API what was wrong, by RFC 9457: which field, and what to do. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiProblems {

    private static final Logger log = LoggerFactory.getLogger(ApiProblems.class);
    private static final String RETRY_SECONDS = "5";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal, HttpServletRequest request) {
        var message = String.valueOf(refusal.getMessage());
        if (refusal instanceof Refusal.Invalid invalid) {
            return answer(
                    HttpStatus.BAD_REQUEST,
                    "invalid",
                    "What was sent is not valid",
                    message,
                    invalid.problems(),
                    request);
        }
        if (refusal instanceof Refusal.NotFound) {
            return answer(HttpStatus.NOT_FOUND, "not-found", "Not found", message, request);
        }
        if (refusal instanceof Refusal.Conflict) {
            return answer(HttpStatus.CONFLICT, "conflict", "Not possible in this state", message, request);
        }
        return answer(HttpStatus.FORBIDDEN, "not-allowed", "Not allowed", message, request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(BodyTooLarge e, HttpServletRequest request) {
        return answer(HttpStatus.CONTENT_TOO_LARGE, "too-large", "Too large", String.valueOf(e.getMessage()), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException e, HttpServletRequest request) {
        return answer(
                HttpStatus.BAD_REQUEST,
                "invalid",
                "What was sent is not valid",
                "The body cannot be read as JSON. Check it against the API's description at /v3/api-docs.",
                request);
    }

    /** The sender is asked to try again: nothing of what it sent has been kept. */
    private static ResponseEntity<ProblemDetail> unavailable(Exception e, HttpServletRequest request) {
        log.error(
                "{} {} was turned away, because the database failed", request.getMethod(), request.getRequestURI(), e);
        var problem = answer(
                HttpStatus.SERVICE_UNAVAILABLE,
                "unavailable",
                "Try again",
                "The database did not take it, and nothing was kept. Send the same again in " + RETRY_SECONDS
                        + " seconds.",
                request);
        return ResponseEntity.status(problem.getStatusCode())
                .header("Retry-After", RETRY_SECONDS)
                .body(problem.getBody());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> other(Exception e, HttpServletRequest request) throws Exception {
        if (e instanceof ErrorResponse known) {
            return Problems.of(known, request);
        }
        if (e.getClass().getName().startsWith("org.springframework.security.")) {
            throw e;
        }
        if (e instanceof TypeMismatchException mismatch) {
            return refused(mismatched(mismatch), request);
        }
        if (DatabaseFailure.passes(e)) {
            return unavailable(e, request);
        }
        if (DatabaseFailure.isOfWhatWasSent(e)) {
            return refused(new Refusal.Invalid("", "It holds a character that cannot be stored. Remove it."), request);
        }
        log.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "fault",
                "A fault in Relevo",
                "Something went wrong in Relevo, and nothing was kept. The log has the details; send it again later.",
                request);
    }

    private static Refusal.Invalid mismatched(TypeMismatchException e) {
        var name = e.getPropertyName() == null ? "" : e.getPropertyName();
        return new Refusal.Invalid(name, name + " cannot be read. Give it as /v3/api-docs describes it.");
    }

    private static ResponseEntity<ProblemDetail> answer(
            HttpStatus status, String type, String title, String detail, HttpServletRequest request) {
        return answer(status, type, title, detail, List.of(), request);
    }

    private static ResponseEntity<ProblemDetail> answer(
            HttpStatus status,
            String type,
            String title,
            @Nullable String detail,
            List<FieldProblem> errors,
            HttpServletRequest request) {
        return Problems.answer(status, type, title, detail, errors, request);
    }
}
