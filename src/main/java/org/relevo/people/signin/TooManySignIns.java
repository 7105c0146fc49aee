package org.relevo.people.signin;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many sign-ins failed lately for the account or from the address. */
class TooManySignIns extends AuthenticationException {

    private final transient Duration window;

    TooManySignIns(Duration window) {
        super("Too many sign-ins failed. Wait %d minutes and try again.".formatted(window.toMinutes()));
        this.window = window;
    }

    Duration window() {
        return window;
    }
}
