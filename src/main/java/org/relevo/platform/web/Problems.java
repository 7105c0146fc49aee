package org.relevo.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.platform.Refusal.FieldProblem;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.util.UriUtils;

/** Problem details (RFC 9457) as every API of Relevo answers them. */
final class Problems {

    private Problems() {}

    static ResponseEntity<ProblemDetail> answer(
            HttpStatusCode status,
            String type,
            String title,
            @Nullable String detail,
            List<FieldProblem> errors,
            HttpServletRequest request) {
        var problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("urn:relevo:problem:" + type));
        problem.setTitle(title);
        problem.setDetail(detail);
        problem.setInstance(instance(request));
        problem.setProperty("errors", errors);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** What Spring MVC found wrong with a request before it reached us. */
    static ResponseEntity<ProblemDetail> of(ErrorResponse known, HttpServletRequest request) {
        var body = known.getBody();
        body.setType(URI.create("urn:relevo:problem:request"));
        body.setInstance(instance(request));
        body.setProperty("errors", List.of());
        return ResponseEntity.status(known.getStatusCode())
                .headers(known.getHeaders())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }

    private static URI instance(HttpServletRequest request) {
        return URI.create(UriUtils.encodePath(UriUtils.decode(request.getRequestURI(), "UTF-8"), "UTF-8"));
    }
}
