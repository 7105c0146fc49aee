package org.relevo.calendar.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relevo.calendar.CalendarDesk;
import org.relevo.calendar.Calendars;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.FieldProblems;
import org.relevo.platform.web.NavigationEntry;
import org.relevo.platform.web.Zones;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The calendars, a year of each, and the form that revises one. */
@Controller
@RequestMapping("/calendars")
class CalendarPages implements NavigationEntry {

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2150;
    private static final int LONGEST_FILE = 600 * 1024;

    private final Calendars calendars;
    private final CalendarDesk desk;
    private final Clock clock;

    CalendarPages(Calendars calendars, CalendarDesk desk, Clock clock) {
        this.calendars = calendars;
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "calendars";
    }

    @Override
    public String path() {
        return "/calendars";
    }

    @Override
    public boolean present() {
        return true;
    }

    @GetMapping
    String list(Actor who, Model model) {
        model.addAttribute("calendars", calendars.all());
        model.addAttribute("changes", mayChange(who));
        return "calendar/list";
    }

    @GetMapping("/new")
    String blank(Actor who, Model model) {
        who.require(Role.SERVICE_MANAGER, Role.ADMIN);
        return form(CalendarForm.BLANK, "", Map.of(), null, model);
    }

    @GetMapping("/{key}")
    String show(
            Actor who,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String year,
            Locale locale,
            Model model) {
        var revisions = desk.revisions(key);
        var calendar = calendars.revision(revisions.get(0).id());
        var shown = year != null && year.matches("\\d{4}")
                ? Integer.parseInt(year)
                : clock.instant().atZone(calendar.time().zone()).getYear();
        shown = Math.max(FIRST_YEAR, Math.min(LAST_YEAR, shown));
        model.addAttribute("calendar", calendar);
        model.addAttribute("written", revisions.get(0).content());
        model.addAttribute("revisions", revisions);
        model.addAttribute("view", YearView.of(calendar.time(), shown, locale));
        model.addAttribute("changes", mayChange(who) && !key.equals(Calendars.ALWAYS));
        return "calendar/calendar";
    }

    @GetMapping("/{key}/edit")
    String edit(Actor who, @PathVariable String key, Model model) {
        who.require(Role.SERVICE_MANAGER, Role.ADMIN);
        return form(CalendarForm.of(desk.revisions(key).get(0)), key, Map.of(), null, model);
    }

    @PostMapping
    String create(
            Actor who,
            @ModelAttribute("form") CalendarForm form,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response) {
        return save(who, "", form.withIcs(text(file)), model, response);
    }

    @PostMapping("/{key}")
    String revise(
            Actor who,
            @PathVariable String key,
            @ModelAttribute("form") CalendarForm form,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response) {
        return save(who, key, form.withIcs(text(file)), model, response);
    }

    private String save(Actor who, String key, CalendarForm form, Model model, HttpServletResponse response) {
        try {
            if (key.isEmpty()) {
                desk.create(who, form.key(), form.content(), form.why());
            } else {
                desk.revise(who, key, form.seenNumber(), form.content(), form.why());
            }
            return "redirect:/calendars/%s?saved".formatted(key.isEmpty() ? form.key() : key);
        } catch (Refusal.Invalid refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(form, key, FieldProblems.of(refused), null, model);
        } catch (Refusal.Conflict refused) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return form(form, key, Map.of(), refused.getMessage(), model);
        }
    }

    private static String form(
            CalendarForm form, String key, Map<String, String> problems, @Nullable String conflict, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("key", key);
        model.addAttribute("problems", problems);
        model.addAttribute("conflict", conflict);
        model.addAttribute("zones", Zones.all());
        model.addAttribute("countries", CalendarDesk.countries());
        return "calendar/edit";
    }

    private static String text(@Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            return "";
        }
        try (var in = file.getInputStream()) {
            return new String(in.readNBytes(LONGEST_FILE), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean mayChange(Actor who) {
        return who.has(Role.SERVICE_MANAGER) || who.has(Role.ADMIN);
    }
}
