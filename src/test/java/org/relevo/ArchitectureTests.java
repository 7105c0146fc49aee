package org.relevo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What no module may do. Each rule is also seen to fail once, on code that breaks it. */
class ArchitectureTests {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.relevo");

    private static final ArchRule ONLY_WORKFLOW_SEES_FLOWABLE = noClasses()
            .that()
            .resideOutsideOfPackage("org.relevo.workflow..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.flowable..");

    private static final ArchRule ONLY_RULES_SEES_DROOLS = noClasses()
            .that()
            .resideOutsideOfPackage("org.relevo.rules..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.drools..", "org.kie..");

    private static final ArchRule NOBODY_ASKS_THE_MACHINE_FOR_THE_TIME = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callConstructor(Date.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    private static final ArchRule ONE_CLOCK_IS_MADE = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.relevo.platform.Times")
            .should()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone");

    private static final ArchRule NAMES_SAY_WHAT_A_THING_IS = classes()
            .should()
            .haveSimpleNameNotEndingWith("Manager")
            .andShould()
            .haveSimpleNameNotEndingWith("Helper")
            .andShould()
            .haveSimpleNameNotEndingWith("Util")
            .andShould()
            .haveSimpleNameNotEndingWith("Utils")
            .andShould()
            .haveSimpleNameNotEndingWith("Impl")
            .andShould()
            .haveSimpleNameNotEndingWith("Processor");

    /** A stream of rows keeps its connection until somebody closes it, and nobody does. */
    private static final ArchRule ROWS_ARE_READ_AT_ONCE =
            noClasses().should().callMethod(JdbcClient.MappedQuerySpec.class, "stream");

    private static final List<ArchRule> RULES = List.of(
            ROWS_ARE_READ_AT_ONCE,
            ONLY_WORKFLOW_SEES_FLOWABLE,
            ONLY_RULES_SEES_DROOLS,
            NOBODY_ASKS_THE_MACHINE_FOR_THE_TIME,
            ONE_CLOCK_IS_MADE,
            NAMES_SAY_WHAT_A_THING_IS);

    @Test
    void theProductKeepsEveryRule() {
        RULES.forEach(rule -> rule.check(PRODUCT));
    }

    @Test
    void eachRuleFindsItsOffender() {
        var offenders =
                new ClassFileImporter().importClasses(Offender.class, OffendingHelper.class, OffendingUtil.class);
        for (var rule : RULES) {
            assertThat(rule.evaluate(offenders).hasViolation())
                    .as(rule.getDescription())
                    .isTrue();
        }
    }

    @SuppressWarnings("unused")
    static class Offender {
        private org.flowable.engine.RuntimeService engine;
        private org.kie.api.KieServices rules;
        private final Instant now = Instant.now();
        private final Clock clock = Clock.systemUTC();

        long rows(JdbcClient jdbc) {
            return jdbc.sql("select 1").query(Long.class).stream().count();
        }
    }

    static class OffendingHelper {}

    static class OffendingUtil {}
}
