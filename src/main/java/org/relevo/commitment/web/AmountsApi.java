package org.relevo.commitment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.relevo.commitment.AmountForm;
import org.relevo.commitment.Tolerances;
import org.relevo.people.Actor;
import org.relevo.platform.web.JsonBody;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Opens tolerances on amounts, for programs. */
@RestController
@Tag(name = "Commitments")
class AmountsApi {

    private final Tolerances tolerances;
    private final Clock clock;

    AmountsApi(Tolerances tolerances, Clock clock) {
        this.tolerances = tolerances;
        this.clock = clock;
    }

    @Operation(
            summary =
                    "Opens a tolerance on an amount: metric (BUDGET, FORECAST_COST, SCHEDULE_DAYS or SCOPE), agreement"
                            + " (SLA, OLA or SUPPLIER), baseline, tolerance, current (default the baseline), unit, checkpoints"
                            + " (whole percents, default [50, 75, 100]), because")
    @PostMapping(
            path = "/api/v1/work-items/{number}/amounts",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    CommitmentsApi.Account open(@PathVariable String number, HttpServletRequest request, Actor by) {
        Tolerances.require(by);
        var body = JsonBody.object(request);
        body.only("metric", "agreement", "baseline", "tolerance", "current", "unit", "checkpoints", "because");
        body.check();
        var form = new AmountForm(
                body.plain("metric"),
                body.has("agreement") ? body.plain("agreement") : "SLA",
                body.plain("baseline"),
                body.plain("tolerance"),
                body.plain("current"),
                body.plain("unit"),
                // A list of numbers, written as JSON, is the form's list in brackets.
                body.plain("checkpoints").replaceAll("^\\[|]$", ""),
                body.plain("because"));
        return CommitmentsApi.Account.of(tolerances.open(new WorkItemNumber(number), form, by), clock.instant());
    }
}
