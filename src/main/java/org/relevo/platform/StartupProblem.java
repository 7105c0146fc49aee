package org.relevo.platform;

import org.jspecify.annotations.Nullable;

/** Why Relevo cannot start, in one line that says what to do. */
public class StartupProblem extends RuntimeException {

    public StartupProblem(String line) {
        super(line);
    }

    public StartupProblem(String line, @Nullable Throwable cause) {
        super(line, cause);
    }
}
