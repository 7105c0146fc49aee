package org.relevo.people;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.relevo.platform.Refusal;
import org.relevo.platform.Refusal.FieldProblem;
import org.springframework.stereotype.Component;

/** What must hold of a person before it is written; every problem is named at once. */
@Component
class PersonCheck {

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");
    private static final Pattern MAIL =
            Pattern.compile("[^\\s@<>,;:\"\\p{Cntrl}]{1,64}@[^\\s@<>,;:\"\\p{Cntrl}]{1,190}");
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,100}");
    /** The word stands for a page in the address of people. */
    private static final String RESERVED = "new";

    private final StoredPeople people;

    PersonCheck(StoredPeople people) {
        this.people = people;
    }

    void newcomer(PersonForm form) {
        var problems = new ArrayList<FieldProblem>();
        if (!USERNAME.matcher(form.username()).matches() || form.username().equals(RESERVED)) {
            problems.add(
                    new FieldProblem(
                            "username",
                            "Choose 2 to 40 lower-case letters, digits, dots, hyphens or underscores, beginning with a letter or digit."));
        } else if (people.snapshot().person(form.username()).isPresent()) {
            problems.add(new FieldProblem("username", "There is a person %s already.".formatted(form.username())));
        }
        if (form.password().isEmpty()) {
            problems.add(new FieldProblem(
                    "password", "Give a first password of at least %d characters.".formatted(PasswordRule.SHORTEST)));
        }
        common(form.username(), form, problems);
        refuse(problems);
    }

    void change(String username, PersonForm form) {
        var problems = new ArrayList<FieldProblem>();
        var now = people.snapshot();
        var administers = form.enabled() && form.roles().contains(Role.ADMIN.name());
        if (!administers
                && now.enabledWith(Role.ADMIN).stream()
                        .allMatch(p -> p.username().equals(username))) {
            problems.add(new FieldProblem(
                    form.enabled() ? "roles" : "enabled",
                    "%s is the only administrator. Make somebody else administrator first.".formatted(username)));
        }
        common(username, form, problems);
        refuse(problems);
    }

    private void common(String username, PersonForm form, List<FieldProblem> problems) {
        require(NAME.matcher(form.name()).matches(), "name", "Give a name of 1 to 100 characters.", problems);
        require(
                MAIL.matcher(form.mail()).matches(),
                "mail",
                "Give one mail address, such as name@example.org.",
                problems);
        require(isZone(form.zone()), "zone", "Choose a time zone such as Europe/Madrid or UTC.", problems);
        require(Set.of("en", "es").contains(form.language()), "language", "Choose English or Spanish.", problems);
        require(form.roles().stream().allMatch(PersonCheck::isRole), "roles", "Choose roles from the list.", problems);
        require(
                people.snapshot().teams().keySet().containsAll(form.teams()),
                "teams",
                "One of the teams does not exist any more. Reload the page and choose again.",
                problems);
        if (!form.password().isEmpty()) {
            PasswordRule.problem(form.password()).ifPresent(p -> problems.add(new FieldProblem("password", p)));
        }
        managerProblem(username, form.manager()).ifPresent(p -> problems.add(new FieldProblem("manager", p)));
    }

    private java.util.Optional<String> managerProblem(String username, String manager) {
        if (manager.isEmpty()) {
            return java.util.Optional.empty();
        }
        if (!people.snapshot().isEnabled(manager)) {
            return java.util.Optional.of(
                    "%s is not a person who is enabled. Choose somebody from the list.".formatted(manager));
        }
        return reportsTo(manager, username)
                ? java.util.Optional.of(
                        "%s reports to %s, so it cannot be the other way round too.".formatted(manager, username))
                : java.util.Optional.empty();
    }

    private boolean reportsTo(String from, String to) {
        var seen = new HashSet<String>();
        @Nullable String at = from;
        while (at != null && seen.add(at)) {
            if (at.equals(to)) {
                return true;
            }
            at = people.snapshot().person(at).map(Person::manager).orElse(null);
        }
        return false;
    }

    private static void require(boolean holds, String field, String message, List<FieldProblem> problems) {
        if (!holds) {
            problems.add(new FieldProblem(field, message));
        }
    }

    private static void refuse(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw new Refusal.Invalid(problems);
        }
    }

    static boolean isZone(String zone) {
        try {
            return !zone.isEmpty()
                    && ZoneId.of(zone).getId().toLowerCase(Locale.ROOT).equals(zone.toLowerCase(Locale.ROOT));
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isRole(String role) {
        return java.util.Arrays.stream(Role.values()).anyMatch(r -> r.name().equals(role));
    }
}
