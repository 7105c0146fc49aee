package org.relevo.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relevo.platform.Node;
import org.relevo.platform.StartupProblem;
import org.relevo.platform.Together;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import tools.jackson.databind.json.JsonMapper;

/** Versions, quarantine and the decision log on a real PostgreSQL. */
class RuleBookVersionsTests {

    private static final Instant AT = Instant.parse("2026-03-29T01:30:00Z");
    private static final CaseFact FACT = new CaseFact("INCIDENT", Rating.HIGH, null, "mes", null);
    private static final RuleFiles ENDLESS =
            LimitsTests.withDecision("insert(new CaseFact(\"OTHER\", null, null, null, null));");
    private static final RuleFiles WRONG = ShippedRules.with("priority/mine.dslr", "import java.lang.Runtime");
    private static final RuleFiles TEN_MINUTES = ShippedRules.with(
            "tables/targets.csv", ShippedRules.text("tables/targets.csv").replace("PT15M", "PT10M"));

    private static final Map<RuleFiles, CompiledRuleBook> COMPILED =
            new HashMap<>(Map.of(ShippedRules.FILES, ShippedRules.BOOK));

    private static EmbeddedPostgres postgres;

    private JdbcClient jdbc;
    private RuleBookVersions versions;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void empty() {
        DataSource source = postgres.getPostgresDatabase();
        jdbc = JdbcClient.create(source);
        jdbc.sql("drop table if exists decision_log, rule_book_activation, rule_book_version")
                .update();
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V002__rules.sql")).execute(source);
        versions = versions(source);
    }

    private static RuleBookVersions versions(DataSource source) {
        return new RuleBookVersions(
                JdbcClient.create(source),
                new DataSourceTransactionManager(source),
                JsonMapper.shared(),
                Clock.fixed(AT, ZoneOffset.UTC),
                Node.speaking(source));
    }

    /** Compiled once for all tests. */
    private static ShippedRuleBook shipped(RuleFiles files) {
        return new ShippedRuleBook(files, () -> COMPILED.computeIfAbsent(files, f -> RuleCompiler.compile(f, f)));
    }

    private ActiveRuleBook start(RuleFiles files) {
        var book = new ActiveRuleBook(shipped(files), versions);
        book.afterSingletonsInstantiated();
        return book;
    }

    private List<Integer> activations() {
        return jdbc.sql("select version from rule_book_activation order by id")
                .query(Integer.class)
                .list();
    }

    private String quarantined(int version) {
        return jdbc.sql("select coalesce(quarantined_because, '') from rule_book_version where version = ?")
                .param(version)
                .query(String.class)
                .single();
    }

    @Test
    void the_files_of_the_build_are_version_1() {
        var book = start(ShippedRules.FILES);
        assertThat(book.decide(List.of(FACT)).version()).isEqualTo(1);
        assertThat(book.contents().hash()).isEqualTo(ShippedRules.FILES.hash());
        assertThat(book.contents().activatedAt()).isEqualTo(AT);
        assertThat(book.contents().chapters()).hasSize(Topic.values().length);
        assertThat(book.contents().tables()).hasSize(24);
        assertThat(versions.find(1).orElseThrow().files()).isEqualTo(ShippedRules.FILES);
    }

    @Test
    void the_same_files_again_change_nothing() {
        start(ShippedRules.FILES);
        start(ShippedRules.FILES);
        assertThat(activations()).containsExactly(1);
    }

    @Test
    void other_files_are_a_version_and_earlier_files_become_active_again() {
        start(ShippedRules.FILES);
        assertThat(start(TEN_MINUTES).decide(List.of(FACT)).version()).isEqualTo(2);
        assertThat(start(ShippedRules.FILES).decide(List.of(FACT)).version()).isEqualTo(1);
        assertThat(activations()).containsExactly(1, 2, 1);
    }

    @Test
    void a_version_that_an_administrator_made_active_stays_when_the_files_are_the_same() {
        start(ShippedRules.FILES);
        start(TEN_MINUTES);
        jdbc.sql("insert into rule_book_activation (version, at, by_whom) values (1, now(), 'admin')")
                .update();
        assertThat(start(TEN_MINUTES).decide(List.of(FACT)).version()).isEqualTo(1);
    }

    @Test
    void files_that_cannot_be_read_are_quarantined_and_the_version_before_decides() {
        start(ShippedRules.FILES);
        assertThat(start(WRONG).decide(List.of(FACT)).version()).isEqualTo(1);
        assertThat(quarantined(2))
                .contains("rules/priority/mine.dslr, line 1, column 1: only rules stand in this file.");
        assertThat(start(WRONG).decide(List.of(FACT)).version()).isEqualTo(1);
    }

    @Test
    void a_rule_book_that_breaks_a_limit_is_quarantined_and_the_version_before_decides() {
        start(ShippedRules.FILES);
        start(TEN_MINUTES);
        versions.offer(ENDLESS);
        var book = new ActiveRuleBook(shipped(ENDLESS), versions);
        assertThat(book.decide(List.of(FACT)).version()).isEqualTo(2);
        assertThat(quarantined(3)).isEqualTo("more than 1000 rules fired");
        assertThat(book.decide(List.of(FACT)).version()).isEqualTo(2);
    }

    @Test
    void a_break_while_deciding_falls_back_and_the_last_version_left_is_never_taken_away() {
        var onlyForGold = LimitsTests.withDecision(
                "if (\"gold\".equals($case.service())) insert(new AssignTeam(\"other\", {rule}, \"x\"));");
        var gold = new CaseFact("INCIDENT", Rating.HIGH, null, "gold", null);
        var alone = start(onlyForGold);
        assertThat(alone.decide(List.of(gold)).one(AssignPriority.class)).isPresent();
        assertThat(quarantined(1)).isEmpty();
        start(ShippedRules.FILES);
        jdbc.sql("insert into rule_book_activation (version, at, by_whom) values (1, now(), 'admin')")
                .update();
        var book = new ActiveRuleBook(shipped(ShippedRules.FILES), versions);
        assertThat(book.decide(List.of(FACT)).version()).isEqualTo(1);
        assertThat(book.decide(List.of(gold)).version()).isEqualTo(2);
        assertThat(quarantined(1)).startsWith("rules disagree on the team: ");
    }

    @Test
    void a_first_start_with_a_broken_rule_book_says_so() {
        assertThatThrownBy(() -> start(WRONG))
                .isInstanceOf(StartupProblem.class)
                .hasMessageContaining("Correct the files under rules/");
        assertThat(quarantined(1)).as("the last version is never taken away").isEmpty();
    }

    @Test
    void a_version_that_one_node_makes_active_decides_on_every_node() throws Exception {
        var source = postgres.getPostgresDatabase();
        var one = start(ShippedRules.FILES);
        var other = new ActiveRuleBook(shipped(ShippedRules.FILES), versions(source));
        other.afterSingletonsInstantiated();
        try (var hearing = Node.hearing(source, one);
                var hearingToo = Node.hearing(source, other)) {
            versions.offer(TEN_MINUTES);
            awaitVersion(one, 2);
            awaitVersion(other, 2);
            versions.quarantine(2, "the service manager has seen that it is wrong");
            awaitVersion(one, 1);
            awaitVersion(other, 1);
        }
    }

    private static void awaitVersion(ActiveRuleBook book, int expected) {
        var until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (book.decide(List.of(FACT)).version() != expected && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        assertThat(book.decide(List.of(FACT)).version()).isEqualTo(expected);
    }

    private void store(RuleFiles files, String source) {
        jdbc.sql("""
                        insert into rule_book_version (version, hash, files, source, created_at, created_by)
                        values (7, ?, ?::jsonb, ?, now(), 'mallory')""")
                .params(files.hash(), JsonMapper.shared().writeValueAsString(files.texts()), source)
                .update();
        jdbc.sql("insert into rule_book_activation (version, at, by_whom) values (7, now(), 'mallory')")
                .update();
    }

    @Test
    void drl_that_somebody_stored_as_a_version_is_never_compiled() {
        start(ShippedRules.FILES);
        store(ShippedRules.with("priority/mine.drl", DeveloperRulesTests.RUNS_CODE), "files");
        assertThat(start(ShippedRules.FILES).decide(List.of(FACT)).version()).isEqualTo(1);
        assertThat(quarantined(7)).contains("rules/priority/mine.drl is not the file of that name");
        assertThat(System.getProperty(DeveloperRulesTests.TRACE)).isNull();
    }

    @Test
    void a_vocabulary_that_an_edited_version_brings_is_never_compiled() {
        start(ShippedRules.FILES);
        store(
                LimitsTests.withDecision("System.setProperty(\"%s\", \"x\");".formatted(DeveloperRulesTests.TRACE)),
                "admin");
        assertThat(start(ShippedRules.FILES).decide(List.of(FACT)).version()).isEqualTo(1);
        assertThat(quarantined(7)).contains("rules/vocabulary.dsl is not the one that this build carries");
        assertThat(System.getProperty(DeveloperRulesTests.TRACE)).isNull();
    }

    @Test
    void logged_facts_replayed_give_the_logged_decisions() {
        var book = start(ShippedRules.FILES);
        var log = new LoggedDecisions(jdbc, new JdbcTemplate(postgres.getPostgresDatabase()), new Together());
        var outcome = book.decide(List.of(FACT));
        log.record("INC-1001", Topic.PRIORITY, List.of(FACT), outcome, AT);
        log.record(null, Topic.PRIORITY, List.of(FACT), outcome, AT);
        assertThat(log.of("INC-1001")).singleElement().satisfies(entry -> {
            assertThat(entry.at()).isEqualTo(AT);
            assertThat(entry.outcome()).isEqualTo(outcome);
            assertThat(entry.because()).contains("impact high × urgency medium by default, as nobody has rated it");
            assertThat(book.decide(entry.facts()).decisions())
                    .containsExactlyInAnyOrderElementsOf(entry.outcome().decisions());
        });
    }
}
