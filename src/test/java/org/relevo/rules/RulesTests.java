package org.relevo.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Each rule has a test whose display name is the rule's name; the last check is that it fired there. */
class RulesTests {

    private static final Map<String, Set<String>> FIRED = new HashMap<>();

    private String running = "";

    @BeforeEach
    void note(TestInfo test) {
        running = test.getDisplayName();
        FIRED.put(running, new HashSet<>());
    }

    @AfterAll
    static void every_rule_fires_in_the_test_of_its_name() {
        var tests = Arrays.stream(RulesTests.class.getDeclaredMethods())
                .filter(RulesTests::isTest)
                .count();
        if (FIRED.size() < tests) {
            return; // somebody runs a single test
        }
        for (var rule : ShippedRules.BOOK.rules()) {
            assertThat(FIRED.getOrDefault(rule.name(), Set.of()))
                    .as("the rules fired by the test named \"%s\"", rule.name())
                    .contains(rule.name());
        }
    }

    private static boolean isTest(Method method) {
        return method.isAnnotationPresent(Test.class);
    }

    private Outcome decide(Fact... facts) {
        var outcome = ShippedRules.decide(facts);
        FIRED.get(running).addAll(outcome.fired());
        return outcome;
    }

    private static CaseFact rated(@Nullable Rating impact, @Nullable Rating urgency) {
        return new CaseFact("INCIDENT", impact, urgency, "paint-shop-mes", "plant-it");
    }

    private AssignPriority priority(CaseFact fact) {
        return decide(fact).one(AssignPriority.class).orElseThrow();
    }

    @Test
    @DisplayName("Impact and urgency decide the priority")
    void matrix() {
        var decision = priority(rated(Rating.HIGH, Rating.HIGH));
        assertThat(decision.priority()).isEqualTo(Priority.P1);
        assertThat(decision.rule()).isEqualTo("Impact and urgency decide the priority");
        assertThat(decision.because()).isEqualTo("impact high × urgency high");
        assertThat(priority(rated(Rating.HIGH, Rating.MEDIUM)).priority()).isEqualTo(Priority.P2);
        assertThat(priority(rated(Rating.HIGH, Rating.LOW)).priority()).isEqualTo(Priority.P3);
        assertThat(priority(rated(Rating.MEDIUM, Rating.HIGH)).priority()).isEqualTo(Priority.P2);
        assertThat(priority(rated(Rating.MEDIUM, Rating.MEDIUM)).priority()).isEqualTo(Priority.P3);
        assertThat(priority(rated(Rating.MEDIUM, Rating.LOW)).priority()).isEqualTo(Priority.P4);
        assertThat(priority(rated(Rating.LOW, Rating.HIGH)).priority()).isEqualTo(Priority.P3);
        assertThat(priority(rated(Rating.LOW, Rating.MEDIUM)).priority()).isEqualTo(Priority.P4);
        assertThat(priority(rated(Rating.LOW, Rating.LOW)).priority()).isEqualTo(Priority.P4);
        assertThat(decide(checkpoint(Metric.RESPONSE, Priority.P1, 0, false)).all(AssignPriority.class))
                .isEmpty();
    }

    @Test
    @DisplayName("The impact that a case was rated with counts")
    void ratedImpact() {
        assertThat(priority(rated(Rating.LOW, Rating.HIGH)).because()).isEqualTo("impact low × urgency high");
    }

    @Test
    @DisplayName("A case whose impact nobody has rated takes the default impact")
    void defaultImpact() {
        var decision = priority(rated(null, Rating.HIGH));
        assertThat(decision.priority()).isEqualTo(Priority.P2);
        assertThat(decision.because()).isEqualTo("impact medium by default, as nobody has rated it × urgency high");
        assertThat(decide(rated(Rating.MEDIUM, Rating.HIGH)).fired())
                .doesNotContain("A case whose impact nobody has rated takes the default impact");
    }

    @Test
    @DisplayName("The urgency that a case was rated with counts")
    void ratedUrgency() {
        assertThat(priority(rated(Rating.HIGH, Rating.LOW)).because()).isEqualTo("impact high × urgency low");
    }

    @Test
    @DisplayName("A case whose urgency nobody has rated takes the default urgency")
    void defaultUrgency() {
        assertThat(priority(rated(Rating.HIGH, null)).priority()).isEqualTo(Priority.P2);
        assertThat(priority(rated(null, null)).priority()).isEqualTo(Priority.P3);
        assertThat(decide(rated(null, Rating.MEDIUM)).fired())
                .doesNotContain("A case whose urgency nobody has rated takes the default urgency");
    }

    @Test
    @DisplayName("A case has the targets of its priority")
    void targets() {
        var commitments = decide(rated(Rating.HIGH, Rating.HIGH)).all(OpenCommitment.class);
        assertThat(commitments)
                .extracting(OpenCommitment::metric)
                .containsExactlyInAnyOrder(Metric.RESPONSE, Metric.RESOLUTION);
        var response = commitments.stream()
                .filter(one -> one.metric() == Metric.RESPONSE)
                .findFirst()
                .orElseThrow();
        assertThat(response.target()).isEqualTo(TimeTarget.of(Duration.ofMinutes(15)));
        assertThat(response.agreement()).isEqualTo(Agreement.SLA);
        assertThat(response.holdable()).isFalse();
        assertThat(response.checkpoints()).containsExactly(0, 50, 75, 100);
        assertThat(response.because()).isEqualTo("response within 15 minutes for priority P1");
        assertThat(decide(rated(Rating.HIGH, Rating.MEDIUM)).all(OpenCommitment.class))
                .extracting(OpenCommitment::target)
                .containsExactlyInAnyOrder(TimeTarget.of(Duration.ofMinutes(30)), TimeTarget.of(Duration.ofHours(8)));
        assertThat(decide(rated(Rating.LOW, Rating.LOW)).all(OpenCommitment.class))
                .extracting(OpenCommitment::target)
                .containsExactlyInAnyOrder(TimeTarget.businessDays(1), TimeTarget.businessDays(5));
        assertThat(decide(new CaseFact("HANDOVER", Rating.HIGH, Rating.HIGH, null, null))
                        .all(OpenCommitment.class))
                .as("a type without a row in the table of targets")
                .isEmpty();
    }

    @Test
    @DisplayName("A case goes to the team that supports its service")
    void team() {
        var decision =
                decide(rated(Rating.LOW, Rating.LOW)).one(AssignTeam.class).orElseThrow();
        assertThat(decision.team()).isEqualTo("plant-it");
        assertThat(decision.because()).isEqualTo("it supports service paint-shop-mes");
    }

    @Test
    @DisplayName("A case that no team supports goes to triage")
    void triage() {
        var unknown = decide(new CaseFact("INCIDENT", null, null, null, null));
        assertThat(unknown.all(AssignTeam.class)).extracting(AssignTeam::team).containsExactly("triage");
        assertThat(unknown.one(AssignTeam.class).orElseThrow().because()).isEqualTo("no service is known");
        assertThat(decide(new CaseFact("INCIDENT", null, null, "sap", null))
                        .one(AssignTeam.class)
                        .orElseThrow()
                        .because())
                .isEqualTo("service sap has no team");
        assertThat(decide(rated(null, null)).all(AssignTeam.class))
                .extracting(AssignTeam::team)
                .containsExactly("plant-it");
    }

    private static CheckpointFact checkpoint(Metric metric, Priority priority, int percent, boolean acknowledged) {
        return new CheckpointFact(metric, priority, percent, acknowledged, false);
    }

    private List<String> started(CheckpointFact fact) {
        return decide(fact).all(StartEscalation.class).stream()
                .map(one -> one.policy().name())
                .sorted()
                .toList();
    }

    @Test
    @DisplayName("A case not acknowledged in time is escalated")
    void response() {
        assertThat(started(checkpoint(Metric.RESPONSE, Priority.P1, 0, false))).containsExactly("urgent response");
        assertThat(started(checkpoint(Metric.RESPONSE, Priority.P2, 0, false))).containsExactly("urgent response");
        assertThat(started(checkpoint(Metric.RESPONSE, Priority.P3, 0, false))).isEmpty();
        assertThat(started(checkpoint(Metric.RESPONSE, Priority.P3, 49, false))).isEmpty();
        assertThat(started(checkpoint(Metric.RESPONSE, Priority.P3, 50, false))).containsExactly("response");
        assertThat(started(checkpoint(Metric.RESPONSE, Priority.P3, 51, false))).containsExactly("response");
        for (var percent : List.of(0, 50, 75, 100)) {
            assertThat(started(checkpoint(Metric.RESPONSE, Priority.P1, percent, true)))
                    .isEmpty();
        }
        var late = decide(new CheckpointFact(Metric.RESPONSE, Priority.P1, 100, false, true));
        assertThat(late.one(StartEscalation.class).orElseThrow().because())
                .isEqualTo("100 % of the response target of a P1 used, nobody has acknowledged, seen late");
        assertThat(late.one(StartEscalation.class).orElseThrow().policy().levels())
                .extracting(EscalationLevel::audience)
                .containsExactly(Audience.ON_CALL, Audience.ASSIGNEE, Audience.TEAM, Audience.SERVICE_MANAGER);
    }

    @Test
    @DisplayName("A commitment that is about to be missed is escalated")
    void resolution() {
        assertThat(started(checkpoint(Metric.RESOLUTION, Priority.P2, 74, true)))
                .isEmpty();
        assertThat(started(checkpoint(Metric.RESOLUTION, Priority.P2, 75, true)))
                .containsExactly("resolution at risk");
        assertThat(started(checkpoint(Metric.RESOLUTION, Priority.P2, 76, true)))
                .containsExactly("resolution at risk");
        assertThat(started(checkpoint(Metric.RESOLUTION, Priority.P2, 100, false)))
                .containsExactly("resolution at risk", "resolution missed");
        assertThat(started(checkpoint(Metric.RCA_DELIVERY, Priority.P2, 75, true)))
                .containsExactly("analysis due");
        assertThat(started(checkpoint(Metric.ACTION, Priority.P4, 74, true))).isEmpty();
        assertThat(started(checkpoint(Metric.ACTION, Priority.P4, 75, true))).containsExactly("action due");
        assertThat(decide(checkpoint(Metric.RESPONSE, Priority.P2, 75, true)).decisions())
                .isEmpty();
    }

    private static EndedCaseFact ended(
            Priority priority, List<Metric> breached, List<Integer> earlier, @Nullable Long minutes) {
        return new EndedCaseFact("INCIDENT", priority, "gold", breached, earlier, minutes);
    }

    private List<String> demanded(EndedCaseFact fact) {
        return decide(fact).all(DemandRca.class).stream()
                .map(DemandRca::because)
                .toList();
    }

    @Test
    @DisplayName("Every incident of this priority is analysed once it is over")
    void analysedByPriority() {
        assertThat(demanded(ended(Priority.P1, List.of(), List.of(), null))).containsExactly("it was a P1");
        assertThat(demanded(ended(Priority.P2, List.of(), List.of(), null))).isEmpty();
        assertThat(decide(ended(Priority.P1, List.of(), List.of(), null)).all(DemandRca.class))
                .extracting(DemandRca::owner)
                .containsExactly(DemandRow.Owner.SERVICE_OWNER);
        assertThat(decide(new EndedCaseFact("RCA", Priority.P1, null, List.of(), List.of(), null))
                        .decisions())
                .isEmpty();
    }

    @Test
    @DisplayName("A case that broke what was agreed is analysed")
    void analysedByBreach() {
        assertThat(demanded(ended(Priority.P3, List.of(Metric.RESOLUTION), List.of(), null)))
                .containsExactly("the resolution target was breached");
        assertThat(demanded(ended(Priority.P3, List.of(Metric.RESPONSE), List.of(), null)))
                .isEmpty();
        assertThat(decide(new EndedCaseFact("PROJECT", Priority.P3, null, List.of(Metric.BUDGET), List.of(), null))
                        .all(DemandRca.class))
                .extracting(DemandRca::because)
                .containsExactly("the budget target was breached");
    }

    @Test
    @DisplayName("A case that repeats an earlier one is analysed")
    void analysedByRepeat() {
        assertThat(demanded(ended(Priority.P3, List.of(), List.of(29), null)))
                .containsExactly("it happened 2 times within 30 days, 1 are allowed");
        assertThat(demanded(ended(Priority.P3, List.of(), List.of(30), null))).hasSize(1);
        assertThat(demanded(ended(Priority.P3, List.of(), List.of(31), null))).isEmpty();
        assertThat(demanded(ended(Priority.P3, List.of(), List.of(), null))).isEmpty();
    }

    @Test
    @DisplayName("A case that cost its users many minutes is analysed")
    void analysedByUserMinutes() {
        assertThat(demanded(ended(Priority.P3, List.of(), List.of(), 9_999L))).isEmpty();
        assertThat(demanded(ended(Priority.P3, List.of(), List.of(), 10_000L)))
                .containsExactly("it cost 10,000 user minutes, the threshold is 10,000");
        assertThat(demanded(ended(Priority.P3, List.of(), List.of(), 10_001L))).hasSize(1);
    }

    @Test
    @DisplayName("A corrective action is effective after its quiet window")
    void quietWindow() {
        assertThat(decide(new DoneActionFact(Priority.P1, "gold")).all(WatchEffect.class))
                .extracting(WatchEffect::days)
                .containsExactly(30);
        assertThat(decide(new DoneActionFact(Priority.P1, null)).all(WatchEffect.class))
                .extracting(WatchEffect::days)
                .containsExactly(21);
        assertThat(decide(ended(Priority.P1, List.of(), List.of(), null)).all(WatchEffect.class))
                .isEmpty();
    }

    private List<String> allowed(Metric metric, String baseline) {
        return decide(new PromiseFact(metric, new BigDecimal(baseline))).all(AllowTolerance.class).stream()
                .map(one -> one.amount() == null ? one.percent() + " %" : String.valueOf(one.amount()))
                .toList();
    }

    @Test
    @DisplayName("A project may depart from its baseline by the tolerance of its size")
    void toleranceOfItsSize() {
        assertThat(allowed(Metric.SCHEDULE_DAYS, "0")).containsExactly("20 %");
        assertThat(allowed(Metric.SCHEDULE_DAYS, "59")).containsExactly("20 %");
        assertThat(allowed(Metric.SCHEDULE_DAYS, "60")).containsExactly("10 %");
        assertThat(allowed(Metric.SCHEDULE_DAYS, "61")).containsExactly("10 %");
        assertThat(allowed(Metric.SCHEDULE_DAYS, "365")).containsExactly("30");
        assertThat(allowed(Metric.FORECAST_COST, "99999.99")).containsExactly("15 %");
        assertThat(allowed(Metric.FORECAST_COST, "100000")).containsExactly("10 %");
        assertThat(allowed(Metric.RESPONSE, "10")).isEmpty();
        assertThat(decide(new PromiseFact(Metric.SCOPE, BigDecimal.TEN)).one(AllowTolerance.class))
                .hasValueSatisfying(one -> {
                    assertThat(one.because()).isEqualTo("row 10 of the table of tolerances allows 10 % from 0 on");
                    assertThat(one.checkpoints()).containsExactly(50, 75, 100);
                });
    }

    private List<StatusColour> colours(StatusFigure figure, String value) {
        return decide(new StatusFact(figure, new BigDecimal(value), "")).all(ColourStatus.class).stream()
                .map(ColourStatus::colour)
                .toList();
    }

    @Test
    @DisplayName("A figure of a project colours its status as the table says")
    void colourOfAFigure() {
        assertThat(colours(StatusFigure.CPI, "0.82")).containsExactly(StatusColour.RED);
        assertThat(colours(StatusFigure.CPI, "0.899")).containsExactly(StatusColour.RED);
        assertThat(colours(StatusFigure.CPI, "0.900")).containsExactly(StatusColour.AMBER);
        assertThat(colours(StatusFigure.CPI, "0.97")).isEmpty();
        assertThat(colours(StatusFigure.TIME_TOLERANCE, "100")).containsExactly(StatusColour.AMBER);
        assertThat(colours(StatusFigure.TIME_TOLERANCE, "100.01")).containsExactly(StatusColour.RED);
        assertThat(colours(StatusFigure.DELIVERY_DAYS_LATE, "0")).isEmpty();
        assertThat(decide(new StatusFact(StatusFigure.DELIVERY_DAYS_LATE, BigDecimal.ONE, "servers"))
                        .one(ColourStatus.class))
                .hasValueSatisfying(one -> {
                    assertThat(one.aspect()).isEqualTo(StatusAspect.TIME);
                    assertThat(one.because())
                            .isEqualTo(
                                    "DELIVERY DAYS LATE is 1 (servers): row 11 of the table of status colours says amber");
                });
    }

    @Test
    @DisplayName("A status that is declared better than computed is questioned")
    void contradiction() {
        var found = decide(new ContradictionFact(StatusAspect.COST, StatusColour.GREEN, StatusColour.RED))
                .all(QuestionStatus.class);
        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.ask().text()).isEqualTo("PT24H");
            assertThat(one.tell().text()).isEqualTo("1 business days");
        });
        assertThat(decide(new ContradictionFact(StatusAspect.COST, StatusColour.GREEN, StatusColour.GREEN))
                        .all(QuestionStatus.class))
                .isEmpty();
    }

    private static ForecastFact forecast(String used, String reach, int observations) {
        return new ForecastFact(StatusAspect.TIME, new BigDecimal(used), new BigDecimal(reach), observations);
    }

    private List<ForecastWarningRow.Kind> warned(String used, String reach, int observations) {
        return decide(forecast(used, reach, observations)).all(WarnOfForecast.class).stream()
                .map(WarnOfForecast::kind)
                .toList();
    }

    @Test
    @DisplayName("A forecast near or beyond its tolerance is warned of")
    void forecastWarned() {
        assertThat(warned("79", "0", 0)).isEmpty();
        assertThat(warned("80", "0", 0)).containsExactly(ForecastWarningRow.Kind.FORECAST);
        assertThat(warned("81", "0", 0)).containsExactly(ForecastWarningRow.Kind.FORECAST);
    }

    @Test
    @DisplayName("A range of past slips that reaches beyond the tolerance is warned of")
    void rangeWarned() {
        assertThat(warned("10", "99", 8)).isEmpty();
        assertThat(warned("10", "100", 8)).containsExactly(ForecastWarningRow.Kind.RANGE);
        assertThat(warned("10", "101", 8)).containsExactly(ForecastWarningRow.Kind.RANGE);
        assertThat(warned("10", "101", 7)).isEmpty();
    }

    @Test
    @DisplayName("A range needs as many finished observations as the table asks for")
    void tooLittleHistory() {
        assertThat(decide(forecast("10", "10", 7)).all(TooLittleHistory.class))
                .extracting(TooLittleHistory::needed)
                .containsExactly(8);
        assertThat(decide(forecast("10", "10", 8)).all(TooLittleHistory.class)).isEmpty();
    }

    @Test
    @DisplayName("An issue is as severe as the share of the tolerance that it takes")
    void severityOfAnIssue() {
        assertThat(decide(new ImpactFact(Metric.SCHEDULE_DAYS, 100)).all(RateImpact.class))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.severity()).isEqualTo(Rating.HIGH);
                    assertThat(one.because())
                            .isEqualTo(
                                    "schedule days: it takes 100 % of the tolerance, row 3 of the table of issue severities says high from 100 % on");
                });
        assertThat(decide(new ImpactFact(Metric.FORECAST_COST, 99)).one(RateImpact.class))
                .hasValueSatisfying(one -> assertThat(one.severity()).isEqualTo(Rating.MEDIUM));
        assertThat(decide(new ImpactFact(Metric.SCOPE, 0)).one(RateImpact.class))
                .hasValueSatisfying(one -> assertThat(one.severity()).isEqualTo(Rating.LOW));
    }

    @Test
    @DisplayName("A tolerance that a project will not keep demands an exception report")
    void exceptionReport() {
        var forecast = new ExceptionFact(Metric.SCHEDULE_DAYS, true, "SPONSOR", "office");
        assertThat(decide(forecast).one(DemandExceptionReport.class)).hasValueSatisfying(one -> {
            assertThat(one.decides()).isEqualTo(ExceptionRow.Decides.SPONSOR);
            assertThat(one.toSubmit().metric()).isEqualTo(Metric.EXCEPTION_REPORT);
            assertThat(one.toSubmit().target()).isEqualTo(TimeTarget.businessDays(3));
            assertThat(one.toDecide().metric()).isEqualTo(Metric.EXCEPTION_DECISION);
            assertThat(one.calendar()).isEqualTo("office");
            assertThat(one.because())
                    .isEqualTo(
                            "row 1 of the table of exception reports: written within 3 business days, decided by the sponsor within 3 business days after that");
        });
        var own = new ExceptionFact(Metric.FORECAST_COST, false, "TABLE", null);
        assertThat(decide(own).one(DemandExceptionReport.class)).hasValueSatisfying(one -> {
            assertThat(one.decides()).isEqualTo(ExceptionRow.Decides.PROJECT_MANAGER);
            assertThat(one.calendar()).isEqualTo("always");
        });
        assertThat(decide(new ExceptionFact(Metric.BUDGET, true, "SPONSOR", null))
                        .all(DemandExceptionReport.class))
                .isEmpty();
    }

    @Test
    @DisplayName("A criterion is chosen where the table has it for the tier of the service")
    void criteriaOfAHandover() {
        var gold = decide(new HandoverFact("gold")).all(DemandCriterion.class);
        assertThat(gold)
                .extracting(DemandCriterion::key)
                .contains("rota", "runbooks", "restore")
                .doesNotHaveDuplicates();
        assertThat(gold)
                .filteredOn(one -> one.key().equals("restore"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.need()).isEqualTo(Need.MUST);
                    assertThat(one.because())
                            .isEqualTo("row 10 of the table of handover criteria, for a service of tier gold");
                });
        assertThat(decide(new HandoverFact("bronze")).all(DemandCriterion.class))
                .extracting(DemandCriterion::key)
                .contains("rota", "runbooks")
                .doesNotContain("restore", "incidents");
    }

    private static CriterionFact figured(Measure measure, long figure) {
        return new CriterionFact("one", measure, BigDecimal.valueOf(figure), 3, figure + " found", false);
    }

    @Test
    @DisplayName("A criterion that figures can show is met when its figure reaches the limit")
    void criterionByItsFigure() {
        assertThat(decide(figured(Measure.INCIDENTS_CLOSED_ALONE, 2)).all(CriterionMet.class))
                .isEmpty();
        assertThat(decide(figured(Measure.INCIDENTS_CLOSED_ALONE, 3)).one(CriterionMet.class))
                .hasValueSatisfying(met -> assertThat(met.because()).isEqualTo("3 found; at least 3 is needed"));
        assertThat(decide(figured(Measure.ROTA_GAPS, 3)).one(CriterionMet.class))
                .hasValueSatisfying(met -> assertThat(met.because()).isEqualTo("3 found; at most 3 is needed"));
        assertThat(decide(figured(Measure.ROTA_GAPS, 4)).all(CriterionMet.class))
                .isEmpty();
        // somebody's word does not make up for a figure
        assertThat(decide(new CriterionFact("one", Measure.ROTA_GAPS, BigDecimal.TEN, 0, "10 gaps", true))
                        .all(CriterionMet.class))
                .isEmpty();
    }

    @Test
    @DisplayName("A criterion that no figure can show is met when somebody confirms it with evidence")
    void criterionByItsEvidence() {
        assertThat(decide(new CriterionFact("restore", Measure.DOCUMENT, null, 0, "restored in 40 minutes", true))
                        .one(CriterionMet.class))
                .hasValueSatisfying(met -> assertThat(met.because()).isEqualTo("restored in 40 minutes"));
        assertThat(decide(new CriterionFact("restore", Measure.DOCUMENT, null, 0, "nobody", false))
                        .all(CriterionMet.class))
                .isEmpty();
    }

    private static EarlyDayFact early(int missed, int incidents, int severe, @Nullable Integer stated, int overdue) {
        return new EarlyDayFact("silver", LocalDate.of(2026, 3, 2), missed, incidents, severe, stated, overdue);
    }

    private void failsOnly(EarlyDayFact day, String criterion, String because) {
        assertThat(decide(day).all(EarlyDayFails.class)).singleElement().satisfies(one -> {
            assertThat(one.criterion()).isEqualTo(criterion);
            assertThat(one.because()).startsWith(because);
        });
    }

    @Test
    @DisplayName("A day of early life support fails when an agreed target was missed on it")
    void earlyDayWithMissedTargets() {
        assertThat(decide(early(0, 2, 0, 7, 0)).all(EarlyDayFails.class)).isEmpty();
        failsOnly(early(1, 2, 0, 7, 0), "TARGETS", "1 agreed targets were missed");
    }

    @Test
    @DisplayName("A day of early life support fails when more incidents were raised than its tier allows")
    void earlyDayWithTooManyIncidents() {
        failsOnly(early(0, 3, 0, 7, 0), "INCIDENTS", "3 incidents, 2 are allowed by row 2");
    }

    @Test
    @DisplayName("A day of early life support fails when a P1 or P2 was open at its end")
    void earlyDayWithASevereIncident() {
        failsOnly(early(0, 1, 1, 0, 0), "SEVERE", "1 P1 or P2 were open");
    }

    @Test
    @DisplayName("A day of early life support fails when nobody has lately said that users can work")
    void earlyDayWithoutAStatement() {
        failsOnly(early(0, 0, 0, null, 0), "USERS", "nobody has said");
        failsOnly(early(0, 0, 0, 8, 0), "USERS", "it was said 8 days before");
    }

    @Test
    @DisplayName("A day of early life support fails when an action was overdue at its end")
    void earlyDayWithAnOverdueAction() {
        failsOnly(early(0, 0, 0, 1, 2), "ACTIONS", "2 actions were overdue");
    }

    @Test
    @DisplayName("Early life support may end when its period is over and enough days in a row held")
    void earlyLifeMayEnd() {
        assertThat(decide(new EarlyLifeFact("silver", 5, 0)).all(EarlyLifeVerdict.class))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.ends()).isTrue();
                    assertThat(one.asked()).isEqualTo(5);
                });
    }

    @Test
    @DisplayName("Early life support goes on while too few days in a row held")
    void earlyLifeGoesOnForItsDays() {
        assertThat(decide(new EarlyLifeFact("gold", 9, 0)).all(EarlyLifeVerdict.class))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.ends()).isFalse();
                    assertThat(one.because()).startsWith("9 days in a row have held, 10 are asked for by row 1");
                });
    }

    @Test
    @DisplayName("Early life support goes on until its period is over")
    void earlyLifeGoesOnForItsPeriod() {
        assertThat(decide(new EarlyLifeFact("bronze", 3, 2)).all(EarlyLifeVerdict.class))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.ends()).isFalse();
                    assertThat(one.because()).isEqualTo("2 days of its period are left");
                });
    }

    @Test
    @DisplayName("In early life support an incident is answered by those whom the table names")
    void earlyIncidents() {
        assertThat(decide(new EarlyIncidentFact("gold", Priority.P1, "workplace"))
                        .one(EarlyAnswer.class))
                .hasValueSatisfying(answer -> {
                    assertThat(answer.who()).isEqualTo(EarlyAnswer.Who.BOTH);
                    assertThat(answer.because())
                            .isEqualTo("early life support, P1: operations and the project's workplace answer,"
                                    + " row 1 of the table of early life answers");
                });
        assertThat(decide(new EarlyIncidentFact("bronze", Priority.P4, "workplace"))
                        .one(EarlyAnswer.class))
                .hasValueSatisfying(answer -> assertThat(answer.who()).isEqualTo(EarlyAnswer.Who.PROJECT));
        assertThat(decide(new EarlyIncidentFact("bronze", null, "workplace")).all(EarlyAnswer.class))
                .isEmpty();
    }

    private GateVerdict gate(StandingFact... standing) {
        var facts = new java.util.ArrayList<Fact>(List.of(standing));
        facts.add(new GateFact(standing.length, 1, "the rota"));
        return decide(facts.toArray(Fact[]::new)).all(GateVerdict.class).stream()
                .reduce((first, second) -> {
                    throw new AssertionError("two verdicts");
                })
                .orElseThrow();
    }

    private static StandingFact standing(Need need, boolean met, boolean waived) {
        return new StandingFact("one", need, met, waived);
    }

    @Test
    @DisplayName("A handover goes when every criterion is met")
    void gateGoes() {
        assertThat(gate(standing(Need.MUST, true, false), standing(Need.SHOULD, true, false))
                        .verdict())
                .isEqualTo(GateVerdict.Verdict.GO);
        // what is met need not be waived
        assertThat(gate(standing(Need.MUST, true, true)).verdict()).isEqualTo(GateVerdict.Verdict.GO);
    }

    @Test
    @DisplayName("A handover goes on conditions when what must be met is met or waived")
    void gateGoesOnConditions() {
        assertThat(gate(standing(Need.MUST, true, false), standing(Need.SHOULD, false, false))
                        .verdict())
                .isEqualTo(GateVerdict.Verdict.CONDITIONAL_GO);
        assertThat(gate(standing(Need.MUST, false, true)).verdict()).isEqualTo(GateVerdict.Verdict.CONDITIONAL_GO);
    }

    @Test
    @DisplayName("A handover does not go while something that must be met is neither met nor waived")
    void gateStaysShut() {
        var shut = gate(standing(Need.MUST, false, false), standing(Need.SHOULD, true, false));
        assertThat(shut.verdict()).isEqualTo(GateVerdict.Verdict.NO_GO);
        assertThat(shut.because()).isEqualTo("missing: the rota");
    }

    private static ComparedFact compared(CauseKind kind, String title, String... labels) {
        return new ComparedFact(
                "INC-1",
                kind,
                "7",
                "A restore was done and timed",
                kind == CauseKind.WAIVER ? "restore" : null,
                List.of("kiln-db"),
                List.of("backup"),
                List.of("timed", "tape", "robot"),
                title,
                List.of(labels));
    }

    private List<ProposeTrace> traces(CauseKind kind, String title, String... labels) {
        return decide(compared(kind, title, labels)).all(ProposeTrace.class);
    }

    @Test
    @DisplayName("An incident may trace to a criterion that was waived when their signs agree")
    void tracesToAWaiver() {
        assertThat(traces(CauseKind.WAIVER, "The RESTORE of the kiln failed"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.reference()).isEqualTo("7");
                    assertThat(one.because()).isEqualTo("both have criterion restore (row 1); together 3");
                });
        assertThat(traces(CauseKind.WAIVER, "Kiln is cold")).isEmpty();
        // a part of a word is another word
        assertThat(traces(CauseKind.WAIVER, "Restored kilns")).isEmpty();
        assertThat(traces(CauseKind.WAIVER, "Kiln is cold", "instance=kiln-db:5432"))
                .singleElement()
                .satisfies(one -> assertThat(one.because()).contains("component kiln-db"));
        assertThat(traces(CauseKind.WAIVER, "Kiln is cold", "kiln-db=up")).isEmpty();
    }

    @Test
    @DisplayName("An incident may trace to an issue that was open when their signs agree")
    void tracesToAnIssue() {
        assertThat(traces(CauseKind.ISSUE, "The tape is stuck")).isEmpty();
        assertThat(traces(CauseKind.ISSUE, "The tape robot is stuck"))
                .singleElement()
                .satisfies(
                        one -> assertThat(one.because()).isEqualTo("both have words tape, robot (row 4); together 3"));
        assertThat(traces(CauseKind.ISSUE, "The RESTORE of the kiln failed")).isEmpty();
    }

    @Test
    @DisplayName("An incident may trace to a delivery that was late when their signs agree")
    void tracesToADelivery() {
        assertThat(traces(CauseKind.DELIVERY, "Backup stands still")).singleElement();
        assertThat(traces(CauseKind.DELIVERY, "It stands still", "job=backup", "severity=high"))
                .singleElement();
        assertThat(traces(CauseKind.DELIVERY, "It stands still")).isEmpty();
    }

    private static DebtFact debt(long minutes, long cost) {
        return new DebtFact("gold", 2, minutes, BigDecimal.valueOf(cost), "EUR");
    }

    @Test
    @DisplayName("The exception of a project is reopened when the debt of its handover is beyond what is tolerated")
    void debtBeyondItsTolerance() {
        assertThat(decide(debt(240, 50_000)).all(ReopenException.class)).isEmpty();
        assertThat(decide(debt(241, 0)).one(ReopenException.class))
                .hasValueSatisfying(one -> assertThat(one.because())
                        .isEqualTo(
                                "2 incidents took 241 minutes and 0 EUR; 240 minutes and 50000 are tolerated (row 1)"));
        assertThat(decide(debt(1, 50_001)).all(ReopenException.class)).hasSize(1);
        assertThat(decide(new DebtFact("bronze", 2, 241, null, null)).all(ReopenException.class))
                .isEmpty();
    }

    @Test
    void the_first_row_of_the_table_of_calendars_that_is_meant_for_a_commitment_counts() {
        var plant = new CaseFact(
                "INCIDENT", Rating.LOW, Rating.LOW, "mes", "plant-it", "gold", "plant", "office", "home", "supplier");
        assertThat(decide(plant).all(OpenCommitment.class))
                .extracting(OpenCommitment::calendar)
                .containsOnly("plant");
        assertThat(decide(plant).all(OpenCommitment.class).get(0).calendarBecause())
                .isEqualTo("it is the service's calendar, which row 8 of the table of calendars asks for");
        var withoutOwn =
                new CaseFact("INCIDENT", Rating.LOW, Rating.LOW, "mes", "plant-it", null, null, "office", null, null);
        assertThat(decide(withoutOwn).all(OpenCommitment.class))
                .extracting(OpenCommitment::calendar)
                .containsOnly("office");
        var urgent =
                new CaseFact("INCIDENT", Rating.HIGH, Rating.HIGH, "mes", "plant-it", null, "plant", null, null, null);
        assertThat(decide(urgent).all(OpenCommitment.class))
                .extracting(OpenCommitment::calendar)
                .containsOnly("always");
    }

    @Test
    void an_entry_of_the_log_from_before_there_were_calendars_can_still_be_read() {
        var facts = LogFormat.facts(
                "[{\"kind\":\"case\",\"type\":\"INCIDENT\",\"impact\":\"HIGH\",\"urgency\":\"HIGH\",\"service\":null,\"serviceTeam\":null},"
                        + "{\"kind\":\"checkpoint\",\"metric\":\"RESPONSE\",\"priority\":\"P1\",\"percent\":50,\"acknowledged\":false,\"late\":false}]");
        assertThat(facts).hasSize(2);
        var decisions = LogFormat.decisions(
                "[{\"kind\":\"open-commitment\",\"metric\":\"RESPONSE\",\"target\":\"PT15M\",\"checkpoints\":[0],\"rule\":\"r\",\"because\":\"b\"},"
                        + "{\"kind\":\"escalate\",\"metric\":\"RESPONSE\",\"level\":0,\"audience\":\"ON_CALL\",\"rule\":\"r\",\"because\":\"b\"}]");
        assertThat(decisions).hasSize(2);
        assertThat(((OpenCommitment) decisions.get(0)).calendar()).isEqualTo("always");
    }

    @Test
    void the_same_facts_replayed_from_the_log_give_the_same_decisions() {
        for (var fact : List.of(
                rated(Rating.HIGH, null),
                checkpoint(Metric.RESOLUTION, Priority.P1, 75, true),
                ended(Priority.P1, List.of(Metric.RESOLUTION), List.of(3), 20_000L),
                new DoneActionFact(Priority.P2, null),
                new PromiseFact(Metric.SCHEDULE_DAYS, BigDecimal.valueOf(90)),
                new ImpactFact(Metric.SCOPE, 60),
                new StatusFact(StatusFigure.CPI, new BigDecimal("0.82"), ""),
                new ContradictionFact(StatusAspect.COST, StatusColour.GREEN, StatusColour.RED),
                forecast("90", "120", 3),
                new ExceptionFact(Metric.SCOPE, true, "TABLE", null),
                new HandoverFact("gold"),
                figured(Measure.ROTA_GAPS, 0),
                new GateFact(0, 0, ""),
                compared(CauseKind.WAIVER, "Restore failed"),
                debt(241, 0))) {
            var outcome = decide(fact);
            var replayed = LogFormat.facts(LogFormat.facts(List.of(fact)));
            assertThat(ShippedRules.BOOK.decide(replayed, 1).decisions())
                    .containsExactlyInAnyOrderElementsOf(outcome.decisions());
            assertThat(LogFormat.decisions(LogFormat.decisions(outcome.decisions())))
                    .isEqualTo(outcome.decisions());
        }
    }

    @Test
    @DisplayName("An audience hears of a case as the communication plan says")
    void updates() {
        var both = new UpdateFact("INCIDENT", Priority.P1, List.of(UpdateAudience.USERS, UpdateAudience.SUPPLIERS));
        var demands = decide(both).all(DemandUpdate.class);
        assertThat(demands)
                .extracting(DemandUpdate::audience)
                .containsExactlyInAnyOrder(UpdateAudience.USERS, UpdateAudience.SUPPLIERS);
        var users = demands.stream()
                .filter(one -> one.audience() == UpdateAudience.USERS)
                .findFirst()
                .orElseThrow();
        assertThat(users.because()).isEqualTo("users hear of a P1 within 30 minutes and then every 1 hour");
        assertThat(users.commitment(true).target()).isEqualTo(TimeTarget.of(Duration.ofMinutes(30)));
        assertThat(users.commitment(false).target()).isEqualTo(TimeTarget.of(Duration.ofHours(1)));
        assertThat(users.commitment(false).calendar()).isEqualTo("always");
        assertThat(users.template()).isEqualTo(UpdateTemplate.BRIEF);
        assertThat(LogFormat.decisions(LogFormat.decisions(List.of(users)))).containsExactly(users);
        assertThat(LogFormat.facts(LogFormat.facts(List.of(both)))).containsExactly(both);
        assertThat(decide(new UpdateFact("INCIDENT", Priority.P3, List.of(UpdateAudience.USERS)))
                        .decisions())
                .as("the plan has no row for a P3")
                .isEmpty();
        assertThat(decide(new UpdateFact("INCIDENT", Priority.P1, List.of())).decisions())
                .isEmpty();
    }

    @Test
    @DisplayName("A priority that somebody has given by hand counts")
    void given() {
        var by = new GivenPriority(Priority.P1, "marta.ruiz", "the plant stands");
        var outcome = decide(rated(Rating.LOW, Rating.LOW), by);
        assertThat(outcome.all(AssignPriority.class)).singleElement().satisfies(decision -> {
            assertThat(decision.priority()).isEqualTo(Priority.P1);
            assertThat(decision.because()).isEqualTo("the plant stands, given by marta.ruiz");
        });
        assertThat(outcome.all(OpenCommitment.class))
                .extracting(OpenCommitment::target)
                .contains(TimeTarget.of(Duration.ofMinutes(15)));
        assertThat(LogFormat.facts(LogFormat.facts(List.of(by)))).containsExactly(by);
    }

    @Test
    @DisplayName("An incident that many users feel may be a P1")
    void manyUsers() {
        assertThat(decide(new MajorFact(Priority.P2, null, "silver", 500, 0)).one(ProposeMajor.class))
                .hasValueSatisfying(one -> assertThat(one.because()).isEqualTo("500 users; 500 are enough"));
        assertThat(decide(new MajorFact(Priority.P2, null, null, null, 3)).one(ProposeMajor.class))
                .hasValueSatisfying(one -> assertThat(one.because()).isEqualTo("3 duplicates; 3 are enough"));
        assertThat(decide(new MajorFact(Priority.P2, null, "silver", 499, 2)).decisions())
                .isEmpty();
        assertThat(decide(new MajorFact(Priority.P1, null, "silver", 5000, 9)).decisions())
                .as("it is one already")
                .isEmpty();
    }

    @Test
    @DisplayName("An incident with high impact on a gold service may be a P1")
    void goldService() {
        var fact = new MajorFact(Priority.P2, Rating.HIGH, "gold", null, 0);
        var decision = decide(fact).one(ProposeMajor.class).orElseThrow();
        assertThat(decision.because()).isEqualTo("impact high on a service of tier gold");
        assertThat(LogFormat.decisions(LogFormat.decisions(List.of(decision)))).containsExactly(decision);
        assertThat(LogFormat.facts(LogFormat.facts(List.of(fact)))).containsExactly(fact);
        assertThat(decide(new MajorFact(Priority.P2, Rating.HIGH, "silver", null, 0))
                        .decisions())
                .isEmpty();
    }

    @Test
    @DisplayName("A resolved case closes after the quiet time of its priority")
    void closing() {
        var fact = new ResolvedFact("INCIDENT", Priority.P1);
        var decision = decide(fact).one(AwaitConfirmation.class).orElseThrow();
        assertThat(decision.quiet()).isEqualTo(Duration.ofDays(2));
        assertThat(decision.reopen()).isEqualTo(Duration.ofDays(30));
        assertThat(decision.because()).isEqualTo("a P1 closes 2 days after it was resolved");
        assertThat(LogFormat.decisions(LogFormat.decisions(List.of(decision)))).containsExactly(decision);
        assertThat(LogFormat.facts(LogFormat.facts(List.of(fact)))).containsExactly(fact);
    }
}
