package org.relevo.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Problem details for requests to an API that no door took, where {@link ApiProblems} cannot tell that it was meant. Pages
 * are left to their own error page.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnroutedProblems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> method(HttpRequestMethodNotSupportedException e, HttpServletRequest request)
            throws Exception {
        var allowed = e.getSupportedMethods() == null ? List.<String>of() : List.of(e.getSupportedMethods());
        return forApi(
                e, request, "%s is not possible here. Use %s.".formatted(e.getMethod(), String.join(" or ", allowed)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> type(HttpMediaTypeNotSupportedException e, HttpServletRequest request)
            throws Exception {
        return forApi(
                e,
                request,
                "The content type \"%s\" is not understood here. Send %s."
                        .formatted(
                                e.getContentType() == null ? "" : e.getContentType(),
                                e.getSupportedMediaTypes().isEmpty()
                                        ? "application/json"
                                        : e.getSupportedMediaTypes().get(0)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> nothingThere(NoResourceFoundException e, HttpServletRequest request)
            throws Exception {
        return forApi(e, request, "There is nothing at this address. /v3/api-docs lists what there is.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(MaxUploadSizeExceededException e, HttpServletRequest request)
            throws Exception {
        return forApi(
                e, request, "The file is larger than this door admits. Compress it with gzip, or send it in parts.");
    }

    private static <E extends Exception & ErrorResponse> ResponseEntity<ProblemDetail> forApi(
            E e, HttpServletRequest request, String detail) throws E {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        if (!path.startsWith("/api/") && !path.startsWith("/v2/")) {
            throw e;
        }
        e.getBody().setDetail(detail);
        return Problems.of(e, request);
    }
}
