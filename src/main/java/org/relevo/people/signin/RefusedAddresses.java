package org.relevo.people.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/** Answers an address that no page or door can have, such as one with a doubled or encoded slash. */
@Component
class RefusedAddresses implements RequestRejectedHandler {

    private final AccessProblems problems;

    RefusedAddresses(AccessProblems problems) {
        this.problems = problems;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException e)
            throws IOException {
        if (request.getRequestURI().matches("/+(api|v2|v3)/.*")) {
            problems.write(
                    request,
                    response,
                    HttpStatus.BAD_REQUEST,
                    "This is no address of Relevo. Send it without doubled slashes, dots, semicolons and encoded separators.");
        } else {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }
}
