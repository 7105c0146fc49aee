package org.relevo.project.money.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.project.Project;
import org.relevo.project.ProjectDesk;
import org.relevo.project.ProjectForm;
import org.relevo.project.money.Budget;
import org.relevo.project.money.MoneyFigures;
import org.relevo.project.raid.Assumptions;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.relevo.support.Visitors;
import org.springframework.beans.factory.annotation.Autowired;

/** A forecast from assumptions to the plan of a budget line. */
@IntegrationTest
class ServiceForecastsTests {

    private static final Actor LEAD =
            new Actor("ines.castro", Actor.Kind.PERSON, Set.of(Role.PROJECT_MANAGER), Set.of());

    @Autowired
    ProjectDesk desk;

    @Autowired
    Budget budget;

    @Autowired
    Assumptions assumptions;

    @Autowired
    ServiceForecasts forecasts;

    @Autowired
    MoneyFigures figures;

    @Autowired
    SettableClock clock;

    @Autowired
    Visitors visitors;

    private Project project;

    @BeforeEach
    void begin() {
        var key = "s" + UUID.randomUUID().toString().substring(0, 8);
        project = desk.create(new ProjectForm(key, "Kiln", "", "ines.castro", "", "EUR", "UTC", ""), LEAD);
        budget.addLine(key, Map.of("code", "SRV", "name", "Servers", "kind", "OPEX"), LEAD);
    }

    private String assumed(String text, String value) {
        var one = assumptions.add(
                project.key(),
                Map.of(
                        "text",
                        text,
                        "owner",
                        "priya.nair",
                        "source",
                        "offer",
                        "until",
                        project.today(clock).plusDays(400).toString(),
                        "tolerance",
                        "10",
                        "value",
                        value),
                LEAD);
        return String.valueOf(one.id());
    }

    @Test
    void aForecastIsTakenOverIntoThePlanMonthByMonthAndTwiceIsOnce() {
        var next = YearMonth.from(project.today(clock)).plusMonths(1);
        forecasts.add(
                project.key(),
                Map.of(
                        "name",
                        "Servers",
                        "line",
                        "SRV",
                        "first",
                        next.toString(),
                        "months",
                        "3",
                        "units",
                        assumed("Ten servers", "10"),
                        "growth",
                        assumed("Two more a month", "2"),
                        "rate",
                        assumed("The offer", "300.50")),
                LEAD);
        var id = forecasts.of(project).get(0).id();
        forecasts.plan(project.key(), id, LEAD);
        forecasts.plan(project.key(), id, LEAD);
        assertThat(figures.lines(project.key(), project.today(clock)).get(0).forecast())
                .isEqualByComparingTo("10818.00");
        var page = visitors.signedIn("marta.ruiz").get("/projects/%s/money/services".formatted(project.key()));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().select("#service" + id + " tbody tr")).hasSize(3);
        assertThat(page.page().select("form[action$=/plan]")).isEmpty();
    }

    @Test
    void whatNamesNoLineAndNoNumberIsRefusedFieldByField() {
        assertThatThrownBy(() -> forecasts.add(
                        project.key(),
                        Map.of("name", "", "line", "X", "first", "soon", "months", "99", "units", "1", "rate", ""),
                        LEAD))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Refusal.FieldProblem::field)
                                .containsExactlyInAnyOrder("name", "line", "first", "months", "units", "rate"));
    }
}
