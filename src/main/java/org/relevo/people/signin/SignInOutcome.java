package org.relevo.people.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** What follows a sign-in: the page that was asked for, or the form again with what was typed and why it failed. */
@Component
class SignInOutcome extends SavedRequestAwareAuthenticationSuccessHandler implements AuthenticationFailureHandler {

    static final String REFUSED = "/sign-in/refused";
    static final String PROBLEM = "relevo.signInProblem";

    private final Clock clock;

    SignInOutcome(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws ServletException, IOException {
        request.getSession().setAttribute(SessionEnd.SIGNED_IN_AT, clock.millis());
        super.onAuthenticationSuccess(request, response, who);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException, ServletException {
        if (e instanceof TooManySignIns tooMany) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, Long.toString(tooMany.window().toSeconds()));
            request.setAttribute(PROBLEM, "limited");
        } else {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            request.setAttribute(PROBLEM, "wrong");
        }
        request.getRequestDispatcher(REFUSED).forward(request, response);
    }
}
