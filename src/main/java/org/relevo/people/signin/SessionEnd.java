package org.relevo.people.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actors;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session twelve hours after its sign-in, however busy it is, and at once where its person was disabled. */
class SessionEnd extends OncePerRequestFilter {

    static final String SIGNED_IN_AT = "relevo.signedInAt";
    static final Duration LONGEST = Duration.ofHours(12);

    private final Actors actors;
    private final Clock clock;

    SessionEnd(Actors actors, Clock clock) {
        this.actors = actors;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication instanceof UsernamePasswordAuthenticationToken && isOver(request, authentication)) {
            SecurityContextHolder.clearContext();
            var session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
        }
        chain.doFilter(request, response);
    }

    private boolean isOver(HttpServletRequest request, @Nullable Authentication authentication) {
        var session = request.getSession(false);
        if (session == null || authentication == null) {
            return false;
        }
        return !(session.getAttribute(SIGNED_IN_AT) instanceof Long signedInAt)
                || Instant.ofEpochMilli(signedInAt).plus(LONGEST).isBefore(clock.instant())
                || actors.of(authentication.getName()).isEmpty();
    }
}
