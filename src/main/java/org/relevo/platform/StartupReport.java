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
                return say(taken(taken.getPort()));
            }
        }
        return DatabaseFailure.state(failure)
                .map(StartupReport::database)
                .map(StartupReport::say)
                .orElse(false);
    }

    static String taken(int port) {
        return "Port %d is taken. Stop what uses it, or set SERVER_PORT to another port.".formatted(port);
    }

    /** The embedded database is not meant: what is wrong with that one is said where it is started. */
    private static @Nullable String database(String state) {
        if (state.startsWith("28")) {
            return "The database refuses the sign-in. Correct SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.";
        }
        if (state.equals("3D000")) {
            return "The database server has no database of that name. Create it, or correct SPRING_DATASOURCE_URL.";
        }
        if (state.equals("42501")) {
            return "The database user may not create tables. Grant it CREATE on the schema, or use its owner.";
        }
        return state.startsWith("08") || state.startsWith("57P")
                ? "The database does not answer. Start it, or correct SPRING_DATASOURCE_URL."
                : null;
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
