package org.relevo.handover.earlylife.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.handover.earlylife.EarlyDay;
import org.relevo.handover.earlylife.EarlyLives;
import org.relevo.handover.earlylife.Extension;
import org.relevo.handover.earlylife.Said;
import org.relevo.platform.Refusal;
import org.relevo.rules.EarlyLifeVerdict;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Early life support over HTTP. */
@RestController
@RequestMapping(path = "/api/v1/handovers/{number}/early-life", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Handovers")
class EarlyLifeApi {

    private final EarlyLives lives;

    EarlyLifeApi(EarlyLives lives) {
        this.lives = lives;
    }

    record Support(
            LocalDate first,
            LocalDate until,
            int held,
            @Nullable Integer asked,
            LocalDate earliest,
            boolean mayEnd,
            List<EarlyLifeVerdict> verdicts,
            List<EarlyDay> days,
            List<Said> statements,
            List<Extension> extensions) {}

    @GetMapping
    @Operation(
            summary = "Early life support: its period, each day as it was judged, how many in a row have held, how many"
                    + " must, and the first day on which it may end. Days are those of the project's zone")
    Support get(@PathVariable String number) {
        var standing = lives.standing(new WorkItemNumber(number));
        if (standing == null) {
            throw new Refusal.NotFound("%s is not live yet: its early life support has not begun.".formatted(number));
        }
        return new Support(
                standing.life().first(),
                standing.life().until(),
                standing.life().held(),
                standing.asked(),
                standing.life().earliest(),
                standing.mayEnd(),
                standing.verdicts(),
                standing.days(),
                standing.said(),
                standing.extensions());
    }
}
