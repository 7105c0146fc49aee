package org.relevo.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.relevo.platform.Refusal;
import org.relevo.platform.Refusal.FieldProblem;
import org.relevo.workitem.WorkItem;

/** What must hold of an impact before it is written; every problem is named at once. */
final class ImpactCheck {

    private static final int MOST = 50;
    private static final int LONGEST_SITE = 100;
    private static final int LONGEST_WORDS = 4000;
    private static final int MOST_USERS = 100_000_000;

    private ImpactCheck() {}

    static Impact checked(ChangeImpact to, WorkItem item, Impact before, Predicate<String> known) {
        var services = distinct(to.services()).stream()
                .filter(key -> !key.equals(item.service()))
                .toList();
        var sites = distinct(to.sites());
        var inWords = to.inWords().strip();
        var problems = new ArrayList<FieldProblem>();
        // One that has left the catalogue since it was said may stay.
        services.stream()
                .filter(key -> !known.test(key) && !before.services().contains(key))
                .findFirst()
                .ifPresent(key -> problems.add(new FieldProblem(
                        "services",
                        "There is no service %s. The list of services shows which there are.".formatted(clip(key)))));
        if (services.size() > MOST) {
            problems.add(new FieldProblem("services", "Name at most %d services.".formatted(MOST)));
        }
        if (sites.size() > MOST || sites.stream().anyMatch(site -> site.length() > LONGEST_SITE)) {
            problems.add(new FieldProblem(
                    "sites", "Name at most %d sites, each in up to %d characters.".formatted(MOST, LONGEST_SITE)));
        }
        if (to.users() != null && (to.users() < 0 || to.users() > MOST_USERS)) {
            problems.add(new FieldProblem("users", "Give a whole number from 0 to %,d.".formatted(MOST_USERS)));
        }
        if (inWords.length() > LONGEST_WORDS) {
            problems.add(new FieldProblem("inWords", "Say it in up to %d characters.".formatted(LONGEST_WORDS)));
        }
        if (!problems.isEmpty()) {
            throw new Refusal.Invalid(problems);
        }
        return new Impact(services, sites, to.users(), inWords, before.version() + 1);
    }

    private static List<String> distinct(List<String> texts) {
        return texts.stream()
                .map(text -> text.replaceAll("[\\p{Cntrl}\\x{85}\\x{2028}\\x{2029}]+", " ")
                        .strip())
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    private static String clip(String key) {
        return key.length() > 40 ? key.substring(0, 40) + "…" : key;
    }
}
