package org.relevo.incident.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.relevo.incident.Measure;
import org.relevo.incident.Measures;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How long an incident took, for programs. */
@RestController
@Tag(name = "Work items")
class MeasuresApi {

    private final Measures measures;

    MeasuresApi(Measures measures) {
        this.measures = measures;
    }

    /** How long, in ISO 8601, and when it was reached; or the sentence why there is nothing yet. */
    record Time(
            @Nullable Duration time,
            @Nullable Instant at,
            @Nullable String none) {
        static Time of(Measure measure) {
            var missing = measure.missing();
            return new Time(measure.length(), measure.at(), missing == null ? null : missing.sentence());
        }
    }

    record Times(
            String number,
            Time timeToAcknowledge,
            Time timeToResolve,
            Time timeToWorkaround,
            Time timeOnHold,
            int reopened) {}

    @Operation(summary = "Time to acknowledge, to resolve, to a workaround and on hold, around the clock since raised")
    @GetMapping(path = "/api/v1/incidents/{number}/measures", produces = MediaType.APPLICATION_JSON_VALUE)
    Times get(@PathVariable String number) {
        var measured = measures.of(new WorkItemNumber(number));
        return new Times(
                number,
                Time.of(measured.toAcknowledge()),
                Time.of(measured.toResolve()),
                Time.of(measured.toWorkaround()),
                Time.of(measured.onHold()),
                measured.reopened());
    }
}
