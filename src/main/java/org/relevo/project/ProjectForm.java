package org.relevo.project;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.relevo.people.People;
import org.relevo.platform.Refusal;
import org.relevo.platform.Refusal.FieldProblem;

/**
 * What is entered of a project, as typed.
 *
 * @param startsOn a date such as 2026-01-31, or blank
 */
public record ProjectForm(
        String key,
        String name,
        String description,
        String manager,
        String sponsor,
        String currency,
        String zone,
        String startsOn) {

    public ProjectForm(
            @Nullable String key,
            @Nullable String name,
            @Nullable String description,
            @Nullable String manager,
            @Nullable String sponsor,
            @Nullable String currency,
            @Nullable String zone,
            @Nullable String startsOn) {
        this.key = Typed.text(key);
        this.name = Typed.text(name);
        this.description = Typed.text(description);
        this.manager = Typed.text(manager);
        this.sponsor = Typed.text(sponsor);
        this.currency = Typed.text(currency).toUpperCase(Locale.ROOT);
        this.zone = Typed.text(zone);
        this.startsOn = Typed.text(startsOn);
    }

    public static ProjectForm of(Project project) {
        return new ProjectForm(
                project.key(),
                project.name(),
                project.description(),
                project.manager(),
                project.sponsor(),
                project.currency().getCurrencyCode(),
                project.zone().getId(),
                project.startsOn() == null ? "" : project.startsOn().toString());
    }

    /** What was meant, checked; the state and case are those that it has. */
    Project check(People people, @Nullable Project before) {
        var problems = new ArrayList<FieldProblem>();
        if (!key.matches("[a-z][a-z0-9-]{0,39}")) {
            problems.add(new FieldProblem(
                    "key", "Give up to 40 lower-case letters, digits and hyphens, beginning with a letter."));
        }
        Typed.text("name", name, 100, problems);
        if (description.length() > 2000) {
            problems.add(new FieldProblem("description", "Shorten it to 2,000 characters."));
        }
        person("manager", manager, people, problems);
        person("sponsor", sponsor, people, problems);
        var money = currency(problems);
        var place = zone(problems);
        LocalDate starts = startsOn.isEmpty() ? null : Typed.date("startsOn", startsOn, problems);
        if (!problems.isEmpty() || money == null || place == null) {
            throw new Refusal.Invalid(problems);
        }
        return new Project(
                key,
                name,
                description,
                manager.isEmpty() ? null : manager,
                sponsor.isEmpty() ? null : sponsor,
                before == null ? null : before.number(),
                before == null ? "ACTIVE" : before.state(),
                money,
                place,
                starts,
                before != null && before.demo());
    }

    private static void person(String field, String username, People people, List<FieldProblem> problems) {
        if (!username.isEmpty()
                && people.find(username).filter(p -> p.enabled()).isEmpty()) {
            problems.add(
                    new FieldProblem(field, "Nobody who can sign in has the username \"%s\".".formatted(username)));
        }
    }

    private @Nullable Currency currency(List<FieldProblem> problems) {
        try {
            return Currency.getInstance(currency);
        } catch (IllegalArgumentException e) {
            problems.add(new FieldProblem("currency", "Give a currency by its three letters, such as EUR."));
            return null;
        }
    }

    private @Nullable ZoneId zone(List<FieldProblem> problems) {
        if (ZoneId.getAvailableZoneIds().contains(zone)) {
            return ZoneId.of(zone);
        }
        problems.add(new FieldProblem("zone", "Give a time zone by its name, such as Europe/Berlin."));
        return null;
    }
}
