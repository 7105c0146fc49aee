package org.relevo.watchdog.web;

import org.relevo.people.Actor;
import org.relevo.people.PeopleRegister;
import org.relevo.people.Role;
import org.relevo.platform.web.NavigationEntry;
import org.relevo.platform.web.Viewer;
import org.relevo.watchdog.Repair;
import org.relevo.watchdog.WatchdogReport;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What is wrong now, what went wrong lately, and a button that sets the schedule right. */
@Controller
@RequestMapping("/watchdog")
class WatchdogPages implements NavigationEntry {

    private final WatchdogReport report;
    private final Repair repair;
    private final PeopleRegister people;

    WatchdogPages(WatchdogReport report, Repair repair, PeopleRegister people) {
        this.report = report;
        this.repair = repair;
        this.people = people;
    }

    @GetMapping
    String show(Actor by, Model model) {
        model.addAttribute("standing", report.look(by));
        return "watchdog/watchdog";
    }

    @PostMapping("/repair")
    String repair(Actor by) {
        return "redirect:/watchdog?repaired=" + repair.repair(by);
    }

    @Override
    public String key() {
        return "watchdog";
    }

    @Override
    public String path() {
        return "/watchdog";
    }

    @Override
    public boolean present() {
        return true;
    }

    @Override
    public boolean presentTo(Viewer viewer) {
        return viewer.admin() || isServiceManager(viewer.username());
    }

    private boolean isServiceManager(String username) {
        return people.all().stream()
                .anyMatch(entry -> entry.person().username().equals(username)
                        && entry.roles().contains(Role.SERVICE_MANAGER));
    }
}
