package org.relevo.people.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Sends a browser that is not signed in, or whose session has ended, to where it can go on. */
@Component
class PageRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final AccessDeniedHandlerImpl forbidden = new AccessDeniedHandlerImpl();

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        var address =
                request.getContextPath() + (request.getRequestedSessionId() == null ? "/sign-in" : "/sign-in?ended");
        if (request.getHeader("HX-Request") != null) {
            // A redirect would be followed in the background and the sign-in page pasted into the page.
            response.setHeader("HX-Redirect", address);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(address);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException, ServletException {
        if (!(e instanceof CsrfException)) {
            forbidden.handle(request, response, e);
        } else if (request.getServletPath().startsWith("/acknowledge/")) {
            // The page waited longer than its session; shown anew, its button works.
            response.sendRedirect(request.getRequestURI());
        } else {
            commence(
                    request,
                    response,
                    new org.springframework.security.authentication.InsufficientAuthenticationException("ended", e));
        }
    }
}
