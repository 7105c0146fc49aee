package org.relevo.people.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.json.JsonMapper;

/** Says to a machine why it is not let in, as RFC 9457 problem details. */
@Component
class AccessProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String HOW =
            "Send a token as 'Authorization: Bearer <token>'. An administrator makes one under Settings, API tokens (/settings).";

    private final JsonMapper json;

    AccessProblems(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        write(request, response, HttpStatus.UNAUTHORIZED, "No token was sent. " + HOW);
    }

    void unknownToken(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
        write(request, response, HttpStatus.UNAUTHORIZED, "The token is unknown or revoked. " + HOW);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        if (e instanceof CsrfException) {
            write(
                    request,
                    response,
                    HttpStatus.FORBIDDEN,
                    "The request came with a session but without its CSRF token. Send the X-CSRF-TOKEN header of the page, or use a token of your own. "
                            + HOW);
            return;
        }
        if (SecurityContextHolder.getContext().getAuthentication() instanceof TokenAuthentication token) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\", scope=\"api\"");
            write(
                    request,
                    response,
                    HttpStatus.FORBIDDEN,
                    "The token %s has not the scope for %s. An administrator makes one with the scope 'api' under Settings, API tokens (/settings)."
                            .formatted(token.getPrincipal().name(), request.getRequestURI()));
            return;
        }
        write(request, response, HttpStatus.FORBIDDEN, "You have no role yet. Ask an administrator for one.");
    }

    void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, @Nullable String detail)
            throws IOException {
        var problem = ProblemDetail.forStatusAndDetail(status, detail == null ? "" : detail);
        problem.setInstance(URI.create(UriUtils.encodePath(request.getRequestURI(), StandardCharsets.UTF_8)));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), problem);
    }
}
