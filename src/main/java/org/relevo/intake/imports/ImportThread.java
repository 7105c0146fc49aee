package org.relevo.intake.imports;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Reads files in behind the scenes, one at a time; goes on with what an ended process, here or elsewhere, has left. */
@Component
class ImportThread implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ImportThread.class);
    private static final Duration STANDS_STILL = Duration.ofSeconds(60);

    private final Imports imports;
    private final ImportRuns runs;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        var named = new Thread(work, "import");
        named.setDaemon(true);
        return named;
    });

    ImportThread(Imports imports, ImportRuns runs) {
        this.imports = imports;
        this.runs = runs;
    }

    void start(long run) {
        thread.execute(() -> carryOn(run));
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        thread.execute(() -> carryOnWhatIsStill(Duration.ZERO));
        thread.scheduleWithFixedDelay(() -> carryOnWhatIsStill(STANDS_STILL), 30, 30, TimeUnit.SECONDS);
    }

    private void carryOnWhatIsStill(Duration longerThan) {
        try {
            runs.still(longerThan).forEach(this::carryOn);
        } catch (RuntimeException e) {
            log.warn("The imports cannot be looked at; they are looked at again in a while", e);
        }
    }

    private void carryOn(long run) {
        try {
            imports.carryOn(run);
        } catch (RuntimeException e) {
            log.warn("Import {} stopped; it is carried on in a while", run, e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
