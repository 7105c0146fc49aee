package org.relevo.intake.imports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files for programs to import, and how far each has come. */
@RestController
@RequestMapping("/api/v1/imports")
@Tag(name = "Imports")
class ImportsApi {

    private final Imports imports;
    private final ImportThread thread;
    private final ImportRuns runs;

    ImportsApi(Imports imports, ImportThread thread, ImportRuns runs) {
        this.imports = imports;
        this.thread = thread;
        this.runs = runs;
    }

    /** A run; every row read is an event, unchanged or refused. */
    record Run(
            long id,
            ImportRun.State state,
            String file,
            String mapping,
            long rowsRead,
            long items,
            long events,
            long unchanged,
            long refused,
            String refusals,
            Instant startedAt,
            @Nullable Instant endedAt,
            String startedBy,
            @Nullable String problem) {
        static Run of(ImportRun run) {
            return new Run(
                    run.id(),
                    run.state(),
                    run.fileName(),
                    run.mapping(),
                    run.rowsRead(),
                    run.items(),
                    run.events(),
                    run.unchanged(),
                    run.refused(),
                    "/api/v1/imports/%d/refusals.csv".formatted(run.id()),
                    run.startedAt(),
                    run.endedAt(),
                    run.startedBy(),
                    run.problem());
        }
    }

    @Operation(summary = "Imports a CSV file, plain or gzipped, through a saved mapping; it is read after the answer")
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Run> add(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String mapping,
            Actor by)
            throws IOException {
        if (file == null || file.isEmpty()) {
            throw new Refusal.Invalid("file", "Missing or empty. Send the CSV file as the part \"file\".");
        }
        var chosen = mapping == null || mapping.isBlank() ? Mappings.SHIPPED : mapping;
        try (var content = file.getInputStream()) {
            var name = Objects.requireNonNullElse(file.getOriginalFilename(), "import.csv");
            var run = imports.accept(content, name, chosen, by);
            thread.start(run.id());
            return ResponseEntity.accepted()
                    .location(URI.create("/api/v1/imports/" + run.id()))
                    .body(Run.of(run));
        }
    }

    @Operation(summary = "The latest imports")
    @GetMapping
    List<Run> latest() {
        return runs.latest(50).stream().map(Run::of).toList();
    }

    @Operation(summary = "How far an import has come")
    @GetMapping("/{id}")
    Run get(@PathVariable long id) {
        return Run.of(find(id));
    }

    @Operation(summary = "The rows that were not taken, as CSV: line, reason, row")
    @GetMapping(path = "/{id}/refusals.csv", produces = "text/csv")
    void refusals(@PathVariable long id, HttpServletResponse response) throws IOException {
        find(id);
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Content-Disposition", "attachment; filename=\"import-%d-refused.csv\"".formatted(id));
        response.setHeader("X-Content-Type-Options", "nosniff");
        var out = response.getWriter();
        out.print("line,reason,row\r\n");
        runs.eachRefused(id, refused -> write(out, refused));
    }

    private static void write(PrintWriter out, ImportRuns.Refused refused) {
        out.print(refused.line() + "," + CsvCell.of(refused.reason()) + "," + CsvCell.of(refused.text()) + "\r\n");
    }

    private ImportRun find(long id) {
        return runs.find(id)
                .orElseThrow(() -> new Refusal.NotFound(
                        "There is no import %d. /api/v1/imports lists those there are.".formatted(id)));
    }
}
