package org.relevo.intake.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.relevo.intake.Sha256;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads files in, some rows and one transaction at a time. How far a run has come is committed with its rows, so whoever
 * goes on with it, after whatever end, neither repeats nor leaves out a row.
 */
@Service
class Imports {

    private static final Logger log = LoggerFactory.getLogger(Imports.class);
    private static final int BATCH = 1000;

    private final ImportRuns runs;
    private final Mappings mappings;
    private final CaseRows rows;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Imports(
            ImportRuns runs,
            Mappings mappings,
            CaseRows rows,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.runs = runs;
        this.mappings = mappings;
        this.rows = rows;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Keeps a file to be read in; refuses one whose header row does not fit the mapping. */
    ImportRun accept(InputStream file, String name, String mapping, Actor by) {
        requireMayImport(by);
        mappings.get(mapping);
        return Objects.requireNonNull(transaction.execute(status -> {
            try {
                var digest = new DigestInputStream(file, Sha256.digest());
                var run = runs.add(shortName(name), "", mapping, by.name());
                runs.keepFile(run, digest);
                jdbc.sql("update import_run set file_hash = ? where id = ?")
                        .params(
                                HexFormat.of()
                                        .formatHex(digest.getMessageDigest().digest()),
                                run)
                        .update();
                checkHeader(run, mapping);
                return runs.find(run).orElseThrow();
            } catch (IOException e) {
                throw new Refusal.Invalid("file", "The file cannot be read. Send it as CSV, plain or gzipped.");
            }
        }));
    }

    private void checkHeader(long run, String key) throws IOException {
        var mapping = mappings.get(key);
        try (var file = open(run, mapping)) {
            if (file.header().isEmpty()) {
                throw new Refusal.Invalid("file", "The file is empty. Send one with a header row.");
            }
            new RowReader(mapping, file.header());
        }
    }

    /** Goes on with a run until it has ended, or somebody else goes on with it. */
    void carryOn(long id) {
        try {
            var run = runs.find(id).filter(ImportRun::running);
            if (run.isPresent()) {
                read(run.get());
            }
        } catch (IOException | UncheckedIOException | Refusal e) {
            log.warn("Import {} ended early", id, e);
            transaction.executeWithoutResult(status ->
                    runs.end(id, ImportRun.State.FAILED, "The file could be read no further: " + e.getMessage()));
        }
    }

    private void read(ImportRun run) throws IOException {
        var mapping = mappings.get(run.mapping());
        try (var file = open(run.id(), mapping)) {
            var reader = new RowReader(mapping, file.header());
            skip(file, run.rowsRead());
            var done = run.rowsRead();
            for (var batch = next(file); !batch.isEmpty(); batch = next(file)) {
                if (!write(run.id(), done, mapping, reader, batch)) {
                    log.info("Import {} is carried on by another node", run.id());
                    return;
                }
                done += batch.size();
            }
        }
        transaction.executeWithoutResult(status -> runs.end(run.id(), ImportRun.State.DONE, null));
    }

    private boolean write(long id, long done, Mapping mapping, RowReader reader, List<CsvRows.Row> lines) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var now = runs.locked(id);
            if (now.isEmpty() || !now.get().running() || now.get().rowsRead() != done) {
                return false;
            }
            jdbc.sql("select pg_advisory_xact_lock(hashtext('relevo import'))")
                    .query((rs, row) -> row)
                    .list();
            var batch = new ImportBatch(mapping, rows);
            batch.write(reader, lines);
            runs.progress(id, lines.size(), batch.items(), batch.events(), batch.unchanged(), batch.refused());
            return true;
        }));
    }

    private CsvRows open(long run, Mapping mapping) throws IOException {
        return new CsvRows(
                new KeptFile(part -> runs.part(run, part)), mapping.delimiter().charAt(0));
    }

    private static void skip(CsvRows file, long rows) throws IOException {
        for (long i = 0; i < rows; i++) {
            file.next();
        }
    }

    private static List<CsvRows.Row> next(CsvRows file) throws IOException {
        var batch = new ArrayList<CsvRows.Row>(BATCH);
        for (var row = file.next(); row != null; row = file.next()) {
            batch.add(row);
            if (batch.size() == BATCH) {
                break;
            }
        }
        return batch;
    }

    private static String shortName(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var clean = last.replaceAll("\\p{Cntrl}", "");
        return clean.isBlank() ? "import.csv" : clean.length() > 120 ? clean.substring(0, 120) : clean;
    }

    static void requireMayImport(Actor by) {
        by.require(Role.AGENT, Role.SERVICE_MANAGER, Role.ADMIN);
    }
}
