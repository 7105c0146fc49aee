package org.relevo.rules;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Facts and decisions as JSON, each with its kind. What is written once must be readable for good. */
final class LogFormat {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(Fact.class, FactKinds.class)
            .addMixIn(Decision.class, DecisionKinds.class)
            // what a newer version of a fact or decision holds is missing in older entries
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private static final TypeReference<List<Fact>> FACTS = new TypeReference<>() {};
    private static final TypeReference<List<Decision>> DECISIONS = new TypeReference<>() {};
    private static final ObjectWriter FACT_WRITER = JSON.writerFor(FACTS);
    private static final ObjectWriter DECISION_WRITER = JSON.writerFor(DECISIONS);
    private static final ObjectReader FACT_READER = JSON.readerFor(FACTS);
    private static final ObjectReader DECISION_READER = JSON.readerFor(DECISIONS);

    private LogFormat() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = CaseFact.class, name = "case"),
        @JsonSubTypes.Type(value = CheckpointFact.class, name = "checkpoint"),
        @JsonSubTypes.Type(value = UpdateFact.class, name = "update"),
        @JsonSubTypes.Type(value = GivenPriority.class, name = "given-priority"),
        @JsonSubTypes.Type(value = MajorFact.class, name = "major"),
        @JsonSubTypes.Type(value = ResolvedFact.class, name = "resolved"),
        @JsonSubTypes.Type(value = EndedCaseFact.class, name = "ended-case"),
        @JsonSubTypes.Type(value = DoneActionFact.class, name = "done-action"),
        @JsonSubTypes.Type(value = PromiseFact.class, name = "promise"),
        @JsonSubTypes.Type(value = ImpactFact.class, name = "impact"),
        @JsonSubTypes.Type(value = StatusFact.class, name = "status"),
        @JsonSubTypes.Type(value = ContradictionFact.class, name = "contradiction"),
        @JsonSubTypes.Type(value = ForecastFact.class, name = "forecast"),
        @JsonSubTypes.Type(value = ExceptionFact.class, name = "exception"),
        @JsonSubTypes.Type(value = HandoverFact.class, name = "handover"),
        @JsonSubTypes.Type(value = CriterionFact.class, name = "criterion"),
        @JsonSubTypes.Type(value = StandingFact.class, name = "standing"),
        @JsonSubTypes.Type(value = GateFact.class, name = "gate"),
        @JsonSubTypes.Type(value = EarlyDayFact.class, name = "early-life-day"),
        @JsonSubTypes.Type(value = EarlyLifeFact.class, name = "early-life"),
        @JsonSubTypes.Type(value = EarlyIncidentFact.class, name = "early-life-incident"),
        @JsonSubTypes.Type(value = ComparedFact.class, name = "compared"),
        @JsonSubTypes.Type(value = DebtFact.class, name = "handover-debt")
    })
    private interface FactKinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = AssignPriority.class, name = "assign-priority"),
        @JsonSubTypes.Type(value = AssignTeam.class, name = "assign-team"),
        @JsonSubTypes.Type(value = OpenCommitment.class, name = "open-commitment"),
        @JsonSubTypes.Type(value = Escalate.class, name = "escalate"),
        @JsonSubTypes.Type(value = StartEscalation.class, name = "start-escalation"),
        @JsonSubTypes.Type(value = DemandUpdate.class, name = "demand-update"),
        @JsonSubTypes.Type(value = ProposeMajor.class, name = "propose-major"),
        @JsonSubTypes.Type(value = AwaitConfirmation.class, name = "await-confirmation"),
        @JsonSubTypes.Type(value = DemandRca.class, name = "demand-rca"),
        @JsonSubTypes.Type(value = WatchEffect.class, name = "watch-effect"),
        @JsonSubTypes.Type(value = AllowTolerance.class, name = "allow-tolerance"),
        @JsonSubTypes.Type(value = RateImpact.class, name = "rate-impact"),
        @JsonSubTypes.Type(value = ColourStatus.class, name = "colour-status"),
        @JsonSubTypes.Type(value = QuestionStatus.class, name = "question-status"),
        @JsonSubTypes.Type(value = WarnOfForecast.class, name = "warn-of-forecast"),
        @JsonSubTypes.Type(value = TooLittleHistory.class, name = "too-little-history"),
        @JsonSubTypes.Type(value = DemandExceptionReport.class, name = "demand-exception-report"),
        @JsonSubTypes.Type(value = DemandCriterion.class, name = "demand-criterion"),
        @JsonSubTypes.Type(value = CriterionMet.class, name = "criterion-met"),
        @JsonSubTypes.Type(value = GateVerdict.class, name = "gate-verdict"),
        @JsonSubTypes.Type(value = EarlyDayFails.class, name = "early-life-day-fails"),
        @JsonSubTypes.Type(value = EarlyLifeVerdict.class, name = "early-life-verdict"),
        @JsonSubTypes.Type(value = EarlyAnswer.class, name = "early-life-answer"),
        @JsonSubTypes.Type(value = ProposeTrace.class, name = "propose-trace"),
        @JsonSubTypes.Type(value = ReopenException.class, name = "reopen-exception")
    })
    private interface DecisionKinds {}

    static String facts(List<Fact> facts) {
        return FACT_WRITER.writeValueAsString(facts);
    }

    static List<Fact> facts(String json) {
        return FACT_READER.readValue(json);
    }

    static String decisions(List<Decision> decisions) {
        return DECISION_WRITER.writeValueAsString(decisions);
    }

    static List<Decision> decisions(String json) {
        return DECISION_READER.readValue(json);
    }
}
