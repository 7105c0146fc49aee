package org.relevo.incident.communication;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.relevo.incident.IncidentRaised;
import org.relevo.incident.IncidentResolved;
import org.relevo.platform.Remembered;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** How the services stand that the status page shows. Read at most once in some seconds, whoever asks how often. */
@Component
public class StatusBoard {

    /** For so long what happened is shown. */
    public static final int DAYS = 90;

    /** So many disruptions are told of; the days show all. */
    public static final int MOST = 100;

    private final StatusRows rows;
    private final Clock clock;
    private final Remembered<Status> status;

    StatusBoard(StatusRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
        this.status = new Remembered<>(Duration.ofSeconds(5), this::read);
    }

    public Status now() {
        return status.get();
    }

    @EventListener
    void on(UpdateSent sent) {
        status.forget();
    }

    @EventListener
    void on(AudiencesChanged changed) {
        status.forget();
    }

    @EventListener
    void on(IncidentRaised raised) {
        status.forget();
    }

    @EventListener
    void on(IncidentResolved resolved) {
        status.forget();
    }

    private Status read() {
        var now = clock.instant();
        var since = now.minus(Duration.ofDays(DAYS));
        var disruptions = rows.disruptions(since);
        var services = rows.services().stream()
                .map(shown -> new Status.Line(
                        shown.key(),
                        shown.name(),
                        at(disruptions, shown.key(), now),
                        days(disruptions, shown.key(), now)))
                .toList();
        var told = disruptions.stream()
                .filter(one -> !one.posts().isEmpty())
                .limit(MOST)
                .toList();
        return new Status(now, services, told);
    }

    private static Status.Standing at(List<Status.Disruption> all, String service, Instant now) {
        return all.stream()
                .filter(one -> one.service().equals(service) && one.endedAt() == null)
                .map(Status.Disruption::standing)
                .max(Comparator.naturalOrder())
                .orElse(Status.Standing.OK);
    }

    private static List<Status.Day> days(List<Status.Disruption> all, String service, Instant now) {
        var of = all.stream().filter(one -> one.service().equals(service)).toList();
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return IntStream.range(0, DAYS)
                .mapToObj(i -> today.minusDays(DAYS - 1L - i))
                .map(date -> new Status.Day(date, worst(of, date)))
                .toList();
    }

    private static Status.Standing worst(List<Status.Disruption> of, LocalDate date) {
        var begin = date.atStartOfDay(ZoneOffset.UTC).toInstant();
        var end = date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        var worst = new ArrayList<>(List.of(Status.Standing.OK));
        for (var one : of) {
            var ended = one.endedAt();
            if (one.startedAt().isBefore(end) && (ended == null || ended.isAfter(begin))) {
                worst.add(one.standing());
            }
        }
        return worst.stream().max(Comparator.naturalOrder()).orElseThrow();
    }
}
