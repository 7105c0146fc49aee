package org.relevo.rules;

/** Something that a rule may read. */
public sealed interface Fact
        permits CaseFact,
                CheckpointFact,
                UpdateFact,
                GivenPriority,
                MajorFact,
                ResolvedFact,
                EndedCaseFact,
                DoneActionFact,
                PromiseFact,
                ImpactFact,
                StatusFact,
                ContradictionFact,
                ForecastFact,
                ExceptionFact,
                HandoverFact,
                CriterionFact,
                StandingFact,
                GateFact,
                EarlyDayFact,
                EarlyLifeFact,
                EarlyIncidentFact,
                ComparedFact,
                DebtFact {}
