package org.relevo.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;

/** Says in one line why Relevo did not start, where that can be said; leaves the rest to Spring Boot. */
class StartupReport implements SpringBootExceptionReporter, Ordered {

    StartupReport(@Nullable ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartupProblem) {
                return say(cause.getMessage());
            }
            if (cause instanceof PortInUseException taken) {
                return say("Port %d is taken. Stop what uses it, or set SERVER_PORT to another port."
                        .formatted(taken.getPort()));
            }
        }
        return false;
    }

    private static boolean say(@Nullable String line) {
        System.err.println("Relevo did not start: " + line);
        return true;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
