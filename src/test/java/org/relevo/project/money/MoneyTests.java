package org.relevo.project.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.project.Dimension;
import org.relevo.project.Milestones;
import org.relevo.project.Plans;
import org.relevo.project.Project;
import org.relevo.project.ProjectDesk;
import org.relevo.project.ProjectForm;
import org.relevo.project.earned.EarnedValue;
import org.relevo.project.earned.WorkPackages;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A project's money from its budget to what it costs in the end. */
@IntegrationTest
class MoneyTests {

    private static final Actor INES =
            new Actor("ines.castro", Actor.Kind.PERSON, Set.of(Role.PROJECT_MANAGER), Set.of());

    @Autowired
    ProjectDesk desk;

    @Autowired
    Budget budget;

    @Autowired
    Actuals actuals;

    @Autowired
    Deliveries deliveries;

    @Autowired
    MoneyFigures figures;

    @Autowired
    CostOutlooks outlooks;

    @Autowired
    WorkPackages packages;

    @Autowired
    EarnedValue earned;

    @Autowired
    Milestones milestones;

    @Autowired
    Plans plans;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    private Project project;
    private LocalDate today;

    @BeforeEach
    void begin() {
        var key = "m" + UUID.randomUUID().toString().substring(0, 8);
        project = desk.create(new ProjectForm(key, "Kiln", "", "ines.castro", "ines.castro", "EUR", "UTC", ""), INES);
        today = project.today(clock);
        budget.addLine(key, Map.of("code", "SRV", "name", "Servers", "kind", "CAPEX"), INES);
    }

    private void plan(int months, String quantity, String amount) {
        budget.plan(
                project.key(),
                Map.of(
                        "line",
                        "SRV",
                        "month",
                        today.plusMonths(months).toString(),
                        "quantity",
                        quantity,
                        "amount",
                        amount,
                        "reason",
                        "offer"),
                INES);
    }

    private Line servers() {
        return figures.lines(project.key(), today).get(0);
    }

    private String file(String... rows) {
        return "reference;day;line;amount;quantity\n" + String.join("\n", rows);
    }

    @Test
    void theForecastIsWhatWasSpentAndWhatIsStillPlanned() {
        plan(0, "5", "500");
        plan(1, "5", "500");
        actuals.book(
                project.key(),
                Map.of("reference", "A", "day", today.toString(), "line", "SRV", "amount", "240,00", "quantity", "2"),
                INES);
        assertThat(servers().forecast()).isEqualByComparingTo("1000.00");
        assertThat(servers().explained().rate()).isEqualByComparingTo("40.00");
        assertThat(servers().explained().total()).isEqualByComparingTo(servers().deviation());
        assertThat(outlooks.of(project.key(), today)).singleElement().satisfies(one -> {
            assertThat(one.dimension()).isEqualTo(Dimension.COST);
            assertThat(one.baseline()).isEqualByComparingTo("1000");
            assertThat(one.actual()).isEqualByComparingTo("240");
            assertThat(one.forecast()).isEqualByComparingTo("1000");
        });
    }

    @Test
    void theSameFileTwiceChangesNothingAndABadRowCostsItselfOnly() {
        plan(0, "5", "500");
        var file = file(
                "A;" + today + ";SRV;1.100,50;1",
                "B;yesterday;SRV;12;1",
                "C;" + today + ";NOPE;1,234;",
                "D;" + today + ";;20;",
                "A;" + today + ";SRV;9;1");
        var first = actuals.load(project.key(), "may.csv", file, INES);
        assertThat(first).returns(2, Actuals.Imported::booked).returns(3, Actuals.Imported::refused);
        var problems = jdbc.sql(
                        "select line || ' ' || problem from money_import_refused where import = ? order by line")
                .param(first.id())
                .query(String.class)
                .list();
        assertThat(problems.get(0)).startsWith("3 day: Give a date");
        assertThat(problems.get(1)).contains("amount: Give a number", "line: There is no budget line \"NOPE\"");
        assertThat(problems.get(2)).contains("A is booked already");
        var second = actuals.load(project.key(), "may.csv", file, INES);
        assertThat(second).returns(0, Actuals.Imported::booked).returns(2, Actuals.Imported::unchanged);
        assertThat(MoneyFigures.total(figures.lines(project.key(), today)).spent())
                .isEqualByComparingTo("1120.50");
        assertThat(MoneyFigures.total(figures.lines(project.key(), today))
                        .explained()
                        .unplanned())
                .isEqualByComparingTo("20");
    }

    @Test
    void anotherCurrencyIsKeptWithItsRateAndThatRatesDay() {
        var dollars = new HashMap<>(Map.of(
                "reference", "U", "day", today.toString(), "line", "SRV", "amount", "100.05", "currency", "USD"));
        assertThatThrownBy(() -> actuals.book(project.key(), dollars, INES)).isInstanceOf(Refusal.Invalid.class);
        dollars.putAll(Map.of("rate", "0,9", "rate_on", today.toString()));
        actuals.book(project.key(), dollars, INES);
        assertThat(servers().spent()).as("90.045 to the even cent").isEqualByComparingTo("90.04");
    }

    @Test
    void aSlipOfADeliveryMovesItsCashAndTheMilestoneThatNeedsIt() {
        plan(0, "10", "1000");
        var milestone = milestones.add(
                project.key(), "Servers in", "", today.plusDays(2).toString(), INES);
        var id = deliveries.add(
                project.key(),
                Map.of(
                        "supplier",
                        "Nordrack",
                        "item",
                        "Ten servers",
                        "amount",
                        "800",
                        "promised",
                        today.toString(),
                        "line",
                        "SRV",
                        "milestone",
                        String.valueOf(milestone)),
                INES);
        var later = today.plusMonths(2);
        deliveries.promise(
                project.key(), id, Map.of("promised", later.toString(), "reason", "no power supplies"), INES);
        assertThat(plans.milestone(project.key(), milestone).forecast()).isEqualTo(later);
        assertThat(plans.changes(project.key()).get(0).reason())
                .contains("Ten servers of Nordrack", "no power supplies");
        assertThat(figures.periods(project.key())).hasSize(2).satisfies(months -> {
            assertThat(months.get(0).plan()).isEqualByComparingTo("200");
            assertThat(months.get(0).budget()).isEqualByComparingTo("1000");
            assertThat(months.get(1).plan()).isEqualByComparingTo("800");
        });
        assertThat(servers().forecast()).isEqualByComparingTo("1000");
        assertThat(deliveries.of(project.key()).get(0).promises()).hasSize(2);
    }

    @Test
    void earnedValueIsReportedByDay() {
        packages.add(
                project.key(),
                Map.of(
                        "name",
                        "Racks",
                        "budget",
                        "1000",
                        "method",
                        "PERCENT",
                        "start",
                        today.minusDays(9).toString(),
                        "end",
                        today.plusDays(10).toString()),
                INES);
        var work = packages.of(project.key()).get(0).id();
        packages.report(project.key(), work, Map.of("day", today.minusDays(5).toString(), "percent", "20"), INES);
        packages.report(project.key(), work, Map.of("day", today.toString(), "percent", "40"), INES);
        var now = earned.of(project.key(), today);
        assertThat(now.figures()).anySatisfy(one -> {
            assertThat(one.name()).isEqualTo("SPI");
            assertThat(one.rounded()).isEqualByComparingTo("0.8");
        });
        assertThat(earned.of(project.key(), today.minusDays(4)).figures().get(2).value())
                .isEqualByComparingTo("200");
        assertThat(now.points()).isNotEmpty();
        assertThat(earned.of("gatehouse", today).figures()).allMatch(one -> one.known() || one.remark() != null);
    }
}
