package org.relevo.notification.web;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relevo.notification.MailKind;
import org.relevo.notification.MailPolicy;
import org.relevo.notification.MailPreference;
import org.relevo.notification.MailPreferences;
import org.relevo.notification.QuietHours;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Which mail one wants and when; for administrators also what may be chosen. */
@Controller
class PreferencePages {

    private final MailPreferences preferences;

    PreferencePages(MailPreferences preferences) {
        this.preferences = preferences;
    }

    @GetMapping("/me/notifications")
    String show(Actor by, Model model) {
        return page(by, preferences.of(by), null, model);
    }

    @PostMapping("/me/notifications")
    String choose(
            Actor by,
            @RequestParam(defaultValue = "") Set<MailKind> wanted,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") Set<DayOfWeek> quiet,
            Model model,
            jakarta.servlet.http.HttpServletResponse response) {
        var chosen = MailPreference.EVERYTHING;
        try {
            chosen = new MailPreference(unwanted(wanted), new QuietHours(time(from), time(until), quiet));
            preferences.choose(by, chosen);
            return "redirect:/me/notifications?saved";
        } catch (Refusal.Invalid refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(by, chosen, refused.getMessage(), model);
        }
    }

    @PostMapping("/mail-policy/{kind}")
    String limit(
            Actor by,
            @PathVariable MailKind kind,
            @RequestParam(defaultValue = "false") boolean mayBeUnwanted,
            @RequestParam(defaultValue = "URGENT") MailPolicy.Passing inQuietHours) {
        preferences.limit(by, new MailPolicy(kind, mayBeUnwanted, inQuietHours));
        return "redirect:/me/notifications?saved";
    }

    /** Kinds that cannot be switched off are not asked for, so that they are not missing either. */
    private Set<MailKind> unwanted(Set<MailKind> wanted) {
        return preferences.policy().stream()
                .filter(MailPolicy::mayBeUnwanted)
                .map(MailPolicy::kind)
                .filter(kind -> !wanted.contains(kind))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(MailKind.class)));
    }

    private static @Nullable LocalTime time(String typed) {
        try {
            return typed.isBlank() ? null : LocalTime.parse(typed.strip());
        } catch (DateTimeParseException e) {
            throw new Refusal.Invalid("from", "“%s” is no time of day. Write it as 22:00.".formatted(typed));
        }
    }

    private String page(Actor by, MailPreference chosen, @Nullable String refused, Model model) {
        model.addAttribute("preference", chosen);
        model.addAttribute("policy", preferences.policy());
        model.addAttribute("passings", MailPolicy.Passing.values());
        var days = new LinkedHashMap<DayOfWeek, String>();
        for (var day : DayOfWeek.values()) {
            days.put(day, day.getDisplayName(TextStyle.FULL_STANDALONE, LocaleContextHolder.getLocale()));
        }
        model.addAttribute("days", days);
        model.addAttribute("refused", refused);
        model.addAttribute("administers", by.has(Role.ADMIN));
        return "mail/preferences";
    }
}
