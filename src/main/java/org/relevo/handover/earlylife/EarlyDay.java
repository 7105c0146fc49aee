package org.relevo.handover.earlylife;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day of early life support as the rules judged it when it was over. It stays so, whatever the rules say later.
 *
 * @param missed agreed targets of the service that were missed on it
 * @param incidents of the service that were raised on it
 * @param severe P1 and P2 of the service that were open at its end
 * @param stated how many days before its end somebody last said that users can work
 * @param overdue actions that were overdue at its end
 * @param fails the criteria that it fails
 * @param because in words; blank where it held
 */
public record EarlyDay(
        LocalDate day,
        int missed,
        int incidents,
        int severe,
        @Nullable Integer stated,
        int overdue,
        boolean held,
        List<String> fails,
        String because,
        Instant judgedAt) {

    public boolean fails(String criterion) {
        return fails.contains(criterion);
    }
}
