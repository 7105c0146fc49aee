package org.relevo.people.web;

import java.time.Clock;
import java.time.Duration;
import org.relevo.people.CalendarAddresses;
import org.relevo.people.Rotas;
import org.relevo.platform.Refusal;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A person's shifts for a calendar program, which cannot sign in: the secret in the address stands for the person. */
@RestController
class CalendarFeed {

    private static final Duration BACK = Duration.ofDays(4 * 7);
    private static final Duration AHEAD = Duration.ofDays(26 * 7);

    private final CalendarAddresses addresses;
    private final Rotas rotas;
    private final Clock clock;

    CalendarFeed(CalendarAddresses addresses, Rotas rotas, Clock clock) {
        this.addresses = addresses;
        this.rotas = rotas;
        this.clock = clock;
    }

    @GetMapping("/oncall/{secret}.ics")
    ResponseEntity<String> feed(@PathVariable String secret) {
        var person = addresses
                .find(secret)
                .orElseThrow(() -> new Refusal.NotFound(
                        "There is no calendar at this address. Its owner can renew the address under My account."));
        var now = clock.instant();
        var shifts = rotas.shiftsOf(person.username(), now.minus(BACK), now.plus(AHEAD));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8"))
                .cacheControl(CacheControl.noStore())
                .header("X-Robots-Tag", "noindex")
                .body(ShiftCalendar.of(person, shifts, now));
    }
}
