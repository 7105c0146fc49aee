package org.relevo.incident.web;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.incident.MeanTimes;
import org.relevo.service.Services;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How long incidents took on average. */
@Controller
class MeanTimesPages {

    private static final List<Integer> DAYS = List.of(7, 30, 90, 365);
    private static final int USUAL = 90;

    private final MeanTimes meanTimes;
    private final Services services;
    private final Clock clock;

    MeanTimesPages(MeanTimes meanTimes, Services services, Clock clock) {
        this.meanTimes = meanTimes;
        this.services = services;
        this.clock = clock;
    }

    @GetMapping("/incidents/mean-times")
    String page(
            @RequestParam(defaultValue = "") String days,
            @RequestParam(defaultValue = "") String service,
            Model model) {
        var asked = asked(days);
        model.addAttribute("rows", meanTimes.since(clock.instant().minus(Duration.ofDays(asked)), known(service)));
        model.addAttribute("days", asked);
        model.addAttribute("periods", DAYS);
        model.addAttribute("services", services.all());
        model.addAttribute("service", service);
        model.addAttribute("most", MeanTimes.MOST);
        return "incident/mean-times";
    }

    static @Nullable String known(String service) {
        return service.isBlank() ? null : service.strip();
    }

    /** As it was typed into the address; 90 days where that is none of them. */
    static int asked(String days) {
        return DAYS.stream()
                .filter(one -> one.toString().equals(days.strip()))
                .findFirst()
                .orElse(USUAL);
    }
}
