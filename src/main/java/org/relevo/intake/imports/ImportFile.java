package org.relevo.intake.imports;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.relevo.platform.StartupProblem;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/** A file to import that is not there is said before anything is started. */
class ImportFile implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var file = environment.getProperty("relevo.import", "");
        if (!file.isBlank() && !isReadable(file)) {
            throw unreadable(file, null);
        }
    }

    private static boolean isReadable(String file) {
        try {
            var path = Path.of(file);
            return Files.isRegularFile(path) && Files.isReadable(path);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    static StartupProblem unreadable(String file, @Nullable Exception cause) {
        return new StartupProblem(
                "The file %s that relevo.import names cannot be read. Check its path and permissions.".formatted(file),
                cause);
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
