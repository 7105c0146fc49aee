package org.relevo.intake.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.relevo.platform.StartupProblem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Imports the file that {@code --relevo.import=FILE} names, and prints what came of it; Relevo serves meanwhile. */
@Component
class ImportAtStart {

    private final Imports imports;
    private final ImportThread thread;
    private final ImportRuns runs;
    private final String file;
    private final String mapping;

    ImportAtStart(
            Imports imports,
            ImportThread thread,
            ImportRuns runs,
            @Value("${relevo.import:}") String file,
            @Value("${relevo.import.mapping:servicenow}") String mapping) {
        this.imports = imports;
        this.thread = thread;
        this.runs = runs;
        this.file = file;
        this.mapping = mapping;
    }

    @EventListener(ApplicationReadyEvent.class)
    void importFile() {
        if (file.isBlank()) {
            return;
        }
        var path = Path.of(file);
        try (var content = Files.newInputStream(path)) {
            var run = imports.accept(content, String.valueOf(path.getFileName()), mapping, Actor.system("start"));
            System.out.printf("Importing %s as import %d …%n", path, run.id());
            thread.start(run.id(), () -> print(run.id()));
        } catch (IOException e) {
            throw ImportFile.unreadable(file, e);
        } catch (Refusal.Invalid e) {
            throw new StartupProblem("The file %s is not imported. %s".formatted(path, e.getMessage()), e);
        }
    }

    private void print(long id) {
        runs.find(id)
                .ifPresent(run -> System.out.printf(
                        "Import %d %s: %,d rows read, %,d work items, %,d events, %,d unchanged, %,d refused. See /imports/%d%n",
                        run.id(),
                        run.state().name().toLowerCase(java.util.Locale.ROOT),
                        run.rowsRead(),
                        run.items(),
                        run.events(),
                        run.unchanged(),
                        run.refused(),
                        run.id()));
    }
}
