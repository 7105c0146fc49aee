package org.relevo.project.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.project.Project;
import org.relevo.project.ProjectDesk;
import org.relevo.project.ProjectForm;
import org.relevo.project.ProjectTolerances;
import org.relevo.project.money.Actuals;
import org.relevo.project.money.Budget;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.relevo.support.Visitors;
import org.springframework.beans.factory.annotation.Autowired;

/** The range of the cost at completion that the months that are over suggest, from the database to the page. */
@IntegrationTest
class CostRangesTest {

    private static final Actor INES =
            new Actor("ines.castro", Actor.Kind.PERSON, Set.of(Role.PROJECT_MANAGER), Set.of());

    @Autowired
    ProjectDesk desk;

    @Autowired
    ProjectTolerances tolerances;

    @Autowired
    Budget budget;

    @Autowired
    Actuals actuals;

    @Autowired
    Warnings warnings;

    @Autowired
    Visitors visitors;

    @Autowired
    SettableClock clock;

    private final String key = "c" + UUID.randomUUID().toString().substring(0, 8);

    /** Eleven months of 100 each; of those that are over, the n-th cost 100 + 10 n. */
    @Test
    void theRangeIsDrawnFromTheMonthsThatAreOverOnceThereAreEight() {
        var first = LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC)
                .withDayOfMonth(1)
                .minusMonths(8);
        var project = begun(first);
        for (var n = 0; n < 11; n++) {
            budget.plan(
                    key,
                    Map.of(
                            "line", "SRV",
                            "month", first.plusMonths(n).toString(),
                            "quantity", "1",
                            "amount", "100",
                            "reason", "offer"),
                    INES);
        }
        for (var n = 0; n < 7; n++) {
            spent(n, first);
        }
        // the eighth month cost nothing yet: its ratio is 0
        assertThat(cost(project).observations()).isEqualTo(8);
        assertThat(cost(project).low()).isNotNull();
        spent(7, first);

        // 8 × 100 + 10 × (1 + … + 8) = 1,160 are spent, three months of 100 remain
        var range = cost(project);
        assertThat(range.outlook().actual()).isEqualByComparingTo("1160");
        assertThat(range.outlook().forecast()).isEqualByComparingTo("1460");
        // of eight, both percentiles are the ends: 300 become 330 to 540
        assertThat(range.low()).isEqualByComparingTo("1490");
        assertThat(range.high()).isEqualByComparingTo("1700");
        assertThat(shown()).contains("8 of 10 times between");
    }

    @Test
    void withTwoMonthsThereIsTooLittleHistory() {
        var first = LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC)
                .withDayOfMonth(1)
                .minusMonths(2);
        var project = begun(first);
        for (var n = 0; n < 5; n++) {
            budget.plan(
                    key,
                    Map.of(
                            "line", "SRV",
                            "month", first.plusMonths(n).toString(),
                            "quantity", "1",
                            "amount", "100",
                            "reason", "offer"),
                    INES);
        }
        spent(0, first);
        spent(1, first);
        assertThat(cost(project).high()).isNull();
        assertThat(shown()).contains("Too little history: 2 finished observations");
    }

    private Project begun(LocalDate first) {
        var now = clock.instant();
        clock.advance(Duration.between(now, first.atStartOfDay(java.time.ZoneOffset.UTC)));
        var project = desk.create(
                new ProjectForm(key, "Kiln", "", "ines.castro", "ines.castro", "EUR", "UTC", first.toString()), INES);
        budget.addLine(key, Map.of("code", "SRV", "name", "Servers", "kind", "OPEX"), INES);
        tolerances.set(key, "COST", "", "100", "AMOUNT", "The board", INES);
        clock.advance(Duration.between(clock.instant(), now));
        return project;
    }

    private void spent(int n, LocalDate first) {
        actuals.book(
                key,
                Map.of(
                        "reference",
                        "R" + n,
                        "day",
                        first.plusMonths(n).plusDays(3).toString(),
                        "line",
                        "SRV",
                        "amount",
                        String.valueOf(100 + 10 * (n + 1)),
                        "quantity",
                        "1"),
                INES);
    }

    private Foreseen cost(Project project) {
        return warnings.foreseen(project).stream()
                .filter(one -> one.aspect().name().equals("COST"))
                .findFirst()
                .orElseThrow();
    }

    private String shown() {
        return visitors.signedIn("marta.ruiz")
                .get("/projects/" + key + "/status")
                .page()
                .select("#forecast")
                .text();
    }
}
