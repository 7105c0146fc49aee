package org.relevo.rules;

/** What a rule decided. It carries the rule's name, which is the reason in words. */
public sealed interface Decision
        permits AssignPriority,
                AssignTeam,
                OpenCommitment,
                Escalate,
                StartEscalation,
                DemandUpdate,
                ProposeMajor,
                AwaitConfirmation,
                DemandRca,
                WatchEffect,
                AllowTolerance,
                RateImpact,
                ColourStatus,
                QuestionStatus,
                WarnOfForecast,
                TooLittleHistory,
                DemandExceptionReport,
                DemandCriterion,
                CriterionMet,
                GateVerdict,
                EarlyDayFails,
                EarlyLifeVerdict,
                EarlyAnswer,
                ProposeTrace,
                ReopenException {

    /** The name of the rule that decided: a sentence a manager can read. */
    String rule();

    /** The facts and the table row that led to it, in words: {@code impact high × urgency high}. */
    String because();
}
