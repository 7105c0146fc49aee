package org.relevo.intake.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relevo.intake.IntakeDatabase;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.relevo.platform.StartupProblem;
import org.springframework.jdbc.core.JdbcTemplate;

class ImportsTest {

    private static final Actor SOMEBODY = Actor.system("test");

    private static IntakeDatabase database;
    private static ImportRuns runs;
    private static Imports imports;

    @BeforeAll
    static void start() {
        database = new IntakeDatabase();
        runs = new ImportRuns(database.jdbc, new JdbcTemplate(database.source), database.clock);
        var mappings = new Mappings(database.jdbc, database.json, database.clock);
        imports = new Imports(
                runs, mappings, new CaseRows(database.jdbc, database.json), database.jdbc, database.transactions);
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @BeforeEach
    void clear() {
        database.clear();
    }

    @Test
    void anExcerptBecomesClosedCasesWithTheirHistory() {
        var run = read(excerpt());

        assertThat(run.state()).isEqualTo(ImportRun.State.DONE);
        assertThat(run.rowsRead()).isEqualTo(32).isEqualTo(run.events());
        assertThat(run.items()).isEqualTo(count("select count(distinct work_item) from timeline_event"));
        assertThat(database.jdbc
                        .sql(
                                "select state || '|' || priority || '|' || impact || '|' || urgency || '|' || team || '|' || origin"
                                        + " || '|' || raised_at at time zone 'UTC' || '|' || ended_at at time zone 'UTC' from work_item where number = 'INC0000045'")
                        .query(String.class)
                        .single())
                .isEqualTo("CLOSED|P3|MEDIUM|MEDIUM|Group 56|servicenow|2016-02-29 01:16:00|2016-02-29 11:29:00");
        assertThat(database.timeline("INC0000045", "IMPORTED"))
                .startsWith(
                        "Opened: state New, priority 3 - Moderate, impact 2 - Medium, urgency 2 - Medium, team Group 56.",
                        "State: New → Resolved.",
                        "Updated; nothing that is imported changed.",
                        "State: Resolved → Closed.");
        assertThat(count("select count(*) from import_file")).isZero();
    }

    @Test
    void theSameFileTwiceChangesNothingNotEvenWhatPeopleDidSince() {
        read(excerpt());
        database.jdbc
                .sql("update work_item set state = 'RESOLVED' where number = 'INC0000045'")
                .update();
        var again = read(excerpt());

        assertThat(again.items()).isZero();
        assertThat(again.events()).isZero();
        assertThat(again.unchanged()).isEqualTo(32);
        assertThat(count("select count(*) from work_item where state = 'RESOLVED'"))
                .isOne();
    }

    @Test
    void aRunThatWasCutOffIsCarriedOnWhereItStood() {
        var accepted = imports.accept(excerpt(), "excerpt.csv", "servicenow", SOMEBODY);
        database.jdbc
                .sql("update import_run set rows_read = 20, events = 20 where id = ?")
                .param(accepted.id())
                .update();
        imports.carryOn(accepted.id());

        var run = runs.find(accepted.id()).orElseThrow();
        assertThat(run.rowsRead()).isEqualTo(32);
        assertThat(count("select count(*) from timeline_event")).isEqualTo(12);
    }

    @Test
    void everyRowThatCannotBeReadIsListedWithLineAndReason() throws IOException {
        var lines = new String(excerpt().readAllBytes(), StandardCharsets.UTF_8).split("\n");
        var good = lines[1];
        var file = String.join(
                        "\n",
                        lines[0],
                        good,
                        good,
                        good.replace("INC0000045", "?"),
                        good.replace("INC0000045", "45"),
                        good.replace("29/2/2016 01:16", "31/2/2016 01:16"),
                        good.replace(",New,", ",Odd,"),
                        good + ",more",
                        good.replace("Phone", "\"Phone"),
                        lines[2])
                + "\n";
        var run = read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));

        assertThat(run.rowsRead()).isEqualTo(9);
        assertThat(run.events()).isEqualTo(2);
        assertThat(run.unchanged()).isEqualTo(1);
        assertThat(runs.refused(run.id(), 10))
                .extracting(row -> row.line() + " " + row.reason())
                .containsExactly(
                        "4 Column number is empty.",
                        "5 \"45\" cannot be a number here: 2 to 10 letters, then 1 to 12 digits. Give the mapping a prefix if the letters are missing.",
                        "6 Column opened_at holds \"31/2/2016 01:16\", which is no date of the form d/M/yyyy HH:mm.",
                        "7 Column incident_state holds \"Odd\", which the mapping does not know.",
                        "8 Has 37 columns where the header row has 36.",
                        "9 A quote is opened and not closed. Close it, or double it if it is part of the value.");
    }

    @Test
    void aCaseOfOurOwnIsNotOverwritten() {
        database.jdbc
                .sql("insert into work_item (number, type, title, description, state, raised_at, raised_by)"
                        + " values ('INC0000045', 'INCIDENT', 'Ours', '', 'NEW', now(), 'somebody')")
                .update();
        var run = read(excerpt());

        assertThat(run.refused()).isEqualTo(4);
        assertThat(runs.refused(run.id(), 1).get(0).reason()).startsWith("INC0000045 is a case of Relevo's own.");
    }

    @Test
    void aFileWhoseHeaderDoesNotFitTheMappingIsRefusedAtOnce() {
        var file = new ByteArrayInputStream("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> imports.accept(file, "odd.csv", "servicenow", SOMEBODY))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("number")
                .hasMessageContaining("make one for this header row");
        assertThat(count("select count(*) from import_run")).isZero();
    }

    @Test
    void theWholeLogOfAQuarterIsAccountedFor() throws IOException {
        var file = Path.of(
                System.getProperty("relevo.shared", "../shared"), "data", "servicenow_incidents_2016_q1.csv.gz");
        assumeTrue(Files.exists(file), "needs the shared data folder");
        try (var in = Files.newInputStream(file)) {
            var run = read(in);

            assertThat(run.rowsRead()).isEqualTo(59_354).isEqualTo(run.events());
            assertThat(run.items()).isEqualTo(9_202);
            assertThat(run.refused()).isZero();
        }
        assertThat(count("select count(*) from work_item where state = 'CLOSED'"))
                .isEqualTo(9_202);
        assertThat(count("select count(*) from timeline_event")).isEqualTo(59_354);
    }

    @Test
    void theFileNamedAtTheStartIsReadInAndItsCountsPrinted(@TempDir Path folder) throws Exception {
        var file = folder.resolve("excerpt.csv.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            excerpt().transferTo(out);
        }
        var printed = new ByteArrayOutputStream();
        var console = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try (var thread = new ImportThread(imports, runs)) {
            new ImportAtStart(imports, thread, runs, file.toString(), "servicenow").importFile();
            var done = new CompletableFuture<Void>();
            thread.start(-1, () -> done.complete(null));
            done.get(30, TimeUnit.SECONDS);
        } finally {
            System.setOut(console);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .containsPattern("Import \\d+ done: 32 rows read, 5 work items, 32 events, 0 unchanged, 0 refused");
    }

    @Test
    void aFileThatIsGoneByThenIsAOneLineProblem() {
        try (var thread = new ImportThread(imports, runs)) {
            var start = new ImportAtStart(imports, thread, runs, "no-such-file.csv", "servicenow");
            assertThatThrownBy(start::importFile)
                    .isInstanceOf(StartupProblem.class)
                    .hasMessageContaining("no-such-file.csv");
        }
    }

    private static ImportRun read(InputStream file) {
        var run = imports.accept(file, "excerpt.csv", "servicenow", SOMEBODY);
        imports.carryOn(run.id());
        return runs.find(run.id()).orElseThrow();
    }

    private static InputStream excerpt() {
        return Objects.requireNonNull(ImportsTest.class.getResourceAsStream("/imports/servicenow_excerpt.csv"));
    }

    private static long count(String sql) {
        return database.jdbc.sql(sql).query(Long.class).single();
    }
}
