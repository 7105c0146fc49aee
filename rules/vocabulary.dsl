# The sentences that a rule may be written in, and the DRL that each stands for.
# One sentence a line: [when] or [then], the sentence, =, the DRL. A placeholder is {name:type}; the types are priority,
# rating, metric, agreement, audience, percent, number, duration and key. {rule} is the name of the rule the sentence stands in.

# Cases
[when]a case is decided=$case : CaseFact()
[when]a case whose impact is rated=$case : CaseFact(impact != null)
[when]a case whose impact nobody has rated=$case : CaseFact(impact == null)
[when]a case whose impact is {rating:rating}=$case : CaseFact(impact == {rating})
[when]a case whose urgency is rated=$case : CaseFact(urgency != null)
[when]a case whose urgency nobody has rated=$case : CaseFact(urgency == null)
[when]a case whose urgency is {rating:rating}=$case : CaseFact(urgency == {rating})
[when]a case of the service {service:key}=$case : CaseFact(service == {service})
[when]a case of a service that has a team=$case : CaseFact(serviceTeam != null)
[when]a case whose service is unknown or has no team=$case : CaseFact(serviceTeam == null)

# Priority
[when]the table of defaults names an impact=$default : DefaultRating(aspect == Aspect.IMPACT)
[when]the table of defaults names an urgency=$default : DefaultRating(aspect == Aspect.URGENCY)
[when]its impact and its urgency count as something=$impact : Assessment(aspect == Aspect.IMPACT) $urgency : Assessment(aspect == Aspect.URGENCY)
[when]the priority matrix has a row for them=$cell : PriorityRow(impact == $impact.rating, urgency == $urgency.rating)
[when]its priority is decided=$priority : AssignPriority()
[when]its priority is {priority:priority}=$priority : AssignPriority(priority == {priority})
[then]its impact counts as it was rated=insert(Assessment.rated(Aspect.IMPACT, $case.impact()));
[then]its urgency counts as it was rated=insert(Assessment.rated(Aspect.URGENCY, $case.urgency()));
[then]its impact counts as the default=insert($default.assessment());
[then]its urgency counts as the default=insert($default.assessment());
[when]nobody has given it a priority by hand=not GivenPriority()
[when]somebody has given it a priority by hand=$given : GivenPriority()
[then]give it that priority=insert($given.assign({rule}));
[then]give it the priority of that row=insert($cell.assign({rule}, $impact, $urgency));

# Targets
[when]the table of targets has a row for its type and priority=$target : TargetRow(type == $case.type, priority == $priority.priority, tier == null || tier == $case.tier) not TargetRow(type == $case.type, priority == $priority.priority, agreement == $target.agreement, metric == $target.metric, $target.tier == null, tier != null, tier == $case.tier)
[when]the table of calendars says which calendar counts=$calendars : CalendarTable()
[then]open the commitment of that row=insert($target.open($case, $calendars, {rule}));

# Assignment
[when]the table of teams names a triage team=$team : TeamRow(purpose == TeamRow.Purpose.TRIAGE)
[then]give it to the team of its service=insert(TeamRow.ofService($case, {rule}));
[then]give it to that team=insert($team.assign($case, {rule}));
[then]give it to the team {team:key}=insert(TeamRow.named({team}, {rule}));

# Escalation
[when]a checkpoint of a {metric:metric} commitment=$checkpoint : CheckpointFact(metric == {metric})
[when]a checkpoint of a {metric:metric} commitment of a case that nobody has acknowledged=$checkpoint : CheckpointFact(metric == {metric}, acknowledged == false)
[when]a checkpoint of any commitment but the response=$checkpoint : CheckpointFact(metric != Metric.RESPONSE)
[when]it is a commitment of the agreement {agreement:agreement}=eval($checkpoint.agreement() == {agreement})
[when]its service is of the tier {tier:key}=eval({tier}.equals($checkpoint.tier()))
[when]its calendar counts time at that moment=eval($checkpoint.working())
[when]its calendar is closed at that moment=eval(!$checkpoint.working())
[when]at least {percent:percent} of its target is used=eval($checkpoint.percent() >= {percent})
[when]the escalation policies have a row for it=$policy : PolicyRow(isFor($checkpoint) == true)
[then]start the escalation of that policy=insert($policy.start($checkpoint, {rule}));
[then]tell the {audience:audience}=insert(Escalate.tell($checkpoint, {audience}, {rule}));

# Updates
[when]a case whose audiences wait for news=$update : UpdateFact()
[when]the communication plan has a row for its priority and one of its audiences=$plan : PlanRow(isFor($update) == true)
[then]demand the updates of that row=insert($plan.demand($update, $calendars, {rule}));

# Major incidents
[when]an incident below P1=$incident : MajorFact(priority != Priority.P1)
[when]an incident below P1 on a service of the tier {tier:key} whose impact is {rating:rating}=$incident : MajorFact(priority != Priority.P1, tier == {tier}, impact == {rating})
[when]it reaches a row of the table of major incidents=$sign : MajorSign(isReached($incident) == true)
[then]propose it as a P1 because of that row=insert($sign.propose($incident, {rule}));
[then]propose it as a P1 because of its service=insert($incident.propose({rule}));

# Closing
[when]a case is resolved=$resolved : ResolvedFact()
[when]the table of closing has a row for its priority=$closing : ClosingRow(priority == $resolved.priority)
[then]wait for a confirmation as long as that row says=insert($closing.await({rule}));

# Root-cause analyses
[when]a case that is over=$ended : EndedCaseFact()
[when]the table of RCA demands has a row for its priority=$demand : DemandRow(cause == DemandRow.Cause.RESOLVED, isFor($ended) == true)
[when]the table of RCA demands has a row for what it broke=$demand : DemandRow(cause == DemandRow.Cause.BREACH, isFor($ended) == true)
[when]the table of RCA demands has a row for so many repeats=$demand : DemandRow(cause == DemandRow.Cause.REPEAT, isFor($ended) == true)
[when]the table of RCA demands has a row for so many user minutes=$demand : DemandRow(cause == DemandRow.Cause.USER_MINUTES, isFor($ended) == true)
[when]a corrective action that is done=$action : DoneActionFact()
[when]the table of quiet windows has a row for it=$window : QuietWindowRow(priority == $action.priority, tier == null || tier == $action.tier) not QuietWindowRow(priority == $action.priority, $window.tier == null, tier != null, tier == $action.tier)
[then]demand the RCA of that row=insert($demand.demand($ended, {rule}));
[then]watch it for the days of that row=insert($window.watch({rule}));

# Tolerances of projects
[when]a project has promised an amount=$promise : PromiseFact()
[when]a project has promised an amount of {metric:metric}=$promise : PromiseFact(metric == {metric})
[when]the table of tolerances has a row for its size=$tolerance : ToleranceRow(isFor($promise) == true) not ToleranceRow(isFor($promise) == true, isNarrower($tolerance) == true)
[then]allow the tolerance of that row=insert($tolerance.allow({rule}));

# Issues of projects
[when]an issue has an impact on a project=$share : ImpactFact()
[when]the table of issue severities has a row for that share=$severity : SeverityRow(isFor($share) == true) not SeverityRow(isFor($share) == true, isStricter($severity) == true)
[then]rate the impact as that row says=insert($severity.rate($share, {rule}));

# Status of projects and warnings
[when]a figure of a project=$figure : StatusFact()
[when]the table of status colours has a row for its value=$colour : StatusColourRow(isFor($figure) == true)
[when]a status that is declared better than computed=$contradiction : ContradictionFact()
[when]the table of status contradictions has a row for it=$question : ContradictionRow(isFor($contradiction) == true) not ContradictionRow(isFor($contradiction) == true, isNarrower($question) == true)
[when]a forecast of a project=$forecast : ForecastFact()
[when]the table of forecast warnings has a row for the forecast=$warning : ForecastWarningRow(forecastOf($forecast) == true)
[when]the table of forecast warnings has a row for the range of past slips=$warning : ForecastWarningRow(rangeOf($forecast) == true)
[then]colour the status as that row says=insert($colour.colour($figure, {rule}));
[then]ask and tell as that row says=insert($question.question({rule}));
[when]the table of forecast warnings asks for more history=$warning : ForecastWarningRow(lacksHistoryOf($forecast) == true)
[then]say that there is too little history=insert($warning.lacking($forecast, {rule}));
[then]warn of it=insert($warning.warn($forecast, {rule}));

# Exception reports of projects
[when]a project is beyond a tolerance or is forecast to be=$exception : ExceptionFact()
[when]a project is forecast to be beyond a tolerance=$exception : ExceptionFact(forecast == true)
[when]the table of exception reports has a row for it=$report : ExceptionRow(isFor($exception) == true)
[then]demand the exception report of that row=insert($report.demand($exception, $calendars, {rule}));

# Handovers
[when]a service is handed over=$handover : HandoverFact()
[when]the table of handover criteria has a row for its tier=$demanded : CriterionRow(isFor($handover) == true)
[then]demand the criterion of that row=insert($demanded.demand($handover, {rule}));
[when]a criterion has a figure that reaches its limit=$criterion : CriterionFact(figure != null, reached() == true)
[then]the criterion is met by its figure=insert($criterion.metByFigure({rule}));
[when]a criterion without a figure is confirmed with evidence=$criterion : CriterionFact(figure == null, confirmed == true)
[then]the criterion is met by its evidence=insert($criterion.metByEvidence({rule}));
[when]a handover stands at its gate=$gate : GateFact()
[when]every criterion is met=not StandingFact(met == false)
[when]not every criterion is met=exists StandingFact(met == false)
[when]every criterion that must be met is met or waived=not StandingFact(blocking() == true)
[when]a criterion that must be met is neither met nor waived=exists StandingFact(blocking() == true)
[then]the verdict is go=insert($gate.go({rule}));
[then]the verdict is conditional go=insert($gate.conditionalGo({rule}));
[then]the verdict is no go=insert($gate.noGo({rule}));

# Early life support
[when]a day of early life support is over=$daily : EarlyDayFact()
[when]an agreed target was missed on a day of early life support=$daily : EarlyDayFact(missed > 0)
[when]a P1 or P2 was open at the end of a day of early life support=$daily : EarlyDayFact(severe > 0)
[when]an action was overdue at the end of a day of early life support=$daily : EarlyDayFact(overdue > 0)
[when]the table of early life support allows fewer incidents=$bounds : EarlyLifeRow(isFor($daily.tier()) == true, tooMany($daily) == true)
[when]the table of early life support asks for a newer statement=$bounds : EarlyLifeRow(isFor($daily.tier()) == true, unstated($daily) == true)
[then]the day fails for its missed targets=insert($daily.missedTargets({rule}));
[then]the day fails for what was open=insert($daily.severeOpen({rule}));
[then]the day fails for its actions=insert($daily.actionsOverdue({rule}));
[then]the day fails for its incidents=insert($bounds.failsByRate($daily, {rule}));
[then]the day fails for its users=insert($bounds.failsByUsers($daily, {rule}));
[when]early life support is looked at=$hypercare : EarlyLifeFact()
[when]the period of early life support is over=$hypercare : EarlyLifeFact(left <= 0)
[when]the period of early life support is not over=$hypercare : EarlyLifeFact(left > 0)
[when]the table of early life support asks for no more days in a row=$streak : EarlyLifeRow(isFor($hypercare.tier()) == true, days <= $hypercare.held())
[when]the table of early life support asks for more days in a row=$streak : EarlyLifeRow(isFor($hypercare.tier()) == true, days > $hypercare.held())
[then]early life support may end=insert($streak.ends($hypercare, {rule}));
[then]early life support goes on for more days=insert($streak.goesOn($hypercare, {rule}));
[then]early life support goes on for its period=insert($hypercare.untilItsPeriodIsOver({rule}));

[when]an incident of a service in early life support=$firefight : EarlyIncidentFact()
[when]the table of early life answers has a row for it=$answering : EarlyAnswerRow(isFor($firefight) == true)
[then]those of that row answer it=insert($answering.answer($firefight, {rule}));

# Lineage
[when]an incident is compared with a criterion that was waived=$compared : ComparedFact(kind == CauseKind.WAIVER)
[when]an incident is compared with an issue that was open at the handover=$compared : ComparedFact(kind == CauseKind.ISSUE)
[when]an incident is compared with a delivery that was late=$compared : ComparedFact(kind == CauseKind.DELIVERY)
[when]the table of handover debt weighs their common signs at {weight:number} or more=$signs : DebtSigns(weight($compared) >= {weight})
[then]propose that the incident traces to it=insert($signs.propose($compared, {rule}));
[when]a handover has a debt=$debt : DebtFact()
[when]the table of debt tolerances has a row that it exceeds=$allowed : DebtToleranceRow(isExceededBy($debt) == true)
[then]reopen the exception of its project=insert($allowed.reopen($debt, {rule}));
