package org.relevo.people.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.people.PasswordAgain;
import org.relevo.platform.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Remembers in the session when its person last gave the password. */
@Component
class SessionPassword implements PasswordAgain {

    private static final String GIVEN_AT = "relevo.passwordGivenAt";
    private static final Duration GOOD_FOR = Duration.ofMinutes(5);

    private final PasswordSignIn signIn;
    private final Clock clock;

    SessionPassword(PasswordSignIn signIn, Clock clock) {
        this.signIn = signIn;
        this.clock = clock;
    }

    @Override
    public boolean given() {
        var request = request();
        return request != null && (lately(request, SessionEnd.SIGNED_IN_AT) || lately(request, GIVEN_AT));
    }

    private boolean lately(HttpServletRequest request, String attribute) {
        var session = request.getSession(false);
        return session != null
                && session.getAttribute(attribute) instanceof Long at
                && Instant.ofEpochMilli(at).plus(GOOD_FOR).isAfter(clock.instant());
    }

    @Override
    public void require(Actor by, String typed) {
        var request = request();
        if (by.kind() != Actor.Kind.PERSON || request == null) {
            throw new Refusal.NotAllowed("%s is no person who is signed in.".formatted(by.name()));
        }
        if (given()) {
            return;
        }
        try {
            if (typed.isEmpty() || !signIn.isRight(by.name(), typed, request.getRemoteAddr())) {
                throw new Refusal.Invalid("password", "Give your password again: this is not it.");
            }
        } catch (TooManySignIns e) {
            throw new Refusal.Invalid("password", "Too many attempts failed. Wait 15 minutes and try again.");
        }
        request.getSession().setAttribute(GIVEN_AT, clock.millis());
    }

    private static @Nullable HttpServletRequest request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web
                ? web.getRequest()
                : null;
    }
}
