package org.relevo.incident.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.incident.MeanTimes;
import org.relevo.rules.Priority;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How long incidents took on average, for programs. */
@RestController
@Tag(name = "Work items")
class MeanTimesApi {

    private final MeanTimes meanTimes;
    private final Clock clock;

    MeanTimesApi(MeanTimes meanTimes, Clock clock) {
        this.meanTimes = meanTimes;
        this.clock = clock;
    }

    /**
     * @param mean ISO 8601; null where there was none to count
     * @param of how many incidents had such a time
     */
    record Time(@Nullable Duration mean, int of) {
        static Time of(MeanTimes.Mean mean) {
            return new Time(mean.length(), mean.of());
        }
    }

    /** @param priority null for all of them together */
    record Times(
            @Nullable Priority priority,
            int resolved,
            Time timeToAcknowledge,
            Time timeToWorkaround,
            Time timeToResolve,
            Time timeOnHold,
            int reopened) {
        static Times of(MeanTimes.Row row) {
            return new Times(
                    row.priority(),
                    row.resolved(),
                    Time.of(row.toAcknowledge()),
                    Time.of(row.toWorkaround()),
                    Time.of(row.toResolve()),
                    Time.of(row.onHold()),
                    row.reopened());
        }
    }

    record Means(Instant since, List<Times> rows) {}

    @Operation(
            summary = "MTTA, MTTR and the mean times to a workaround and on hold, by priority and of all",
            description = "Of the incidents resolved in the last 7, 30, 90 (where nothing is said) or 365 days.")
    @GetMapping(path = "/api/v1/incidents/mean-times", produces = MediaType.APPLICATION_JSON_VALUE)
    Means get(@RequestParam(defaultValue = "") String days, @RequestParam(defaultValue = "") String service) {
        var since = clock.instant().minus(Duration.ofDays(MeanTimesPages.asked(days)));
        return new Means(
                since,
                meanTimes.since(since, MeanTimesPages.known(service)).stream()
                        .map(Times::of)
                        .toList());
    }
}
