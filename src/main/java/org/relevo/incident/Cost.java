package org.relevo.incident;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.relevo.service.HourlyRate;
import org.relevo.service.Service;

/**
 * What an incident has cost so far: for each service affected whose rate is known, rate per hour × time from when it was
 * raised until it was resolved, or until now.
 *
 * @param lines the services with a rate; each amount is rounded to its currency, so that the sums are what adds up
 * @param sums one for each currency
 */
public record Cost(Instant from, Instant until, List<Line> lines, List<Sum> sums) {

    public record Line(String service, String name, HourlyRate rate, BigDecimal amount) {}

    public record Sum(String currency, BigDecimal amount) {}

    static Cost of(List<Service> affected, Instant from, Instant until) {
        var lines = new ArrayList<Line>();
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (var service : affected) {
            var rate = service.rate();
            if (rate != null) {
                var amount = rate.cost(Duration.between(from, until));
                lines.add(new Line(service.key(), service.name(), rate, amount));
                sums.merge(rate.currency(), amount, BigDecimal::add);
            }
        }
        return new Cost(
                from,
                until,
                List.copyOf(lines),
                sums.entrySet().stream()
                        .map(sum -> new Sum(sum.getKey(), sum.getValue()))
                        .toList());
    }

    public Duration time() {
        return Duration.between(from, until);
    }
}
