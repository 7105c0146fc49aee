package org.relevo.project.raid;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.relevo.people.Actor;
import org.relevo.people.People;
import org.relevo.people.Person;
import org.relevo.platform.Refusal;
import org.relevo.project.IssueRaised;
import org.relevo.project.Project;
import org.relevo.project.Projects;
import org.relevo.project.RiskOccurred;
import org.relevo.project.money.Entered;
import org.relevo.project.raid.Risk.Rated;
import org.relevo.workitem.WorkItems;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The risks of projects: each change is kept, and one that happens becomes an issue. */
@Component
public class Risks {

    private static final int MOST = 500;

    private final RaidRows rows;
    private final Projects projects;
    private final People people;
    private final WorkItems workItems;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Risks(
            RaidRows rows,
            Projects projects,
            People people,
            WorkItems workItems,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.projects = projects;
        this.people = people;
        this.workItems = workItems;
        this.events = events;
        this.clock = clock;
    }

    /** The open ones first, and of them the gravest after the response. */
    public List<Risk> of(String project) {
        return rows.risks(project);
    }

    public Risk get(Project project, long id) {
        return rows.risk(id)
                .filter(one -> one.project().equals(project.key()))
                .orElseThrow(() -> new Refusal.NotFound(
                        "%s has no risk %d. Its risks are listed on their page.".formatted(project.name(), id)));
    }

    public List<RaidChange> changes(long id) {
        return rows.changes(RaidRows.Kind.RISK, id);
    }

    /**
     * @param typed title, description, probability, impact, owner, response, responseText, afterProbability, afterImpact,
     *     proximity (a day or blank), trigger
     */
    @Transactional
    public Risk add(String key, Map<String, String> typed, Actor by) {
        var project = locked(key);
        project.requireLead(by);
        var risk = read(project, 0, typed);
        if (rows.risks(project.key()).size() >= MOST) {
            throw new Refusal.Invalid("title", "A project has at most %d risks. Close some.".formatted(MOST));
        }
        var id = rows.add(risk);
        told(project, id, by, "Identified: " + said(risk));
        return get(project, id);
    }

    @Transactional
    public Risk change(String key, long id, Map<String, String> typed, Actor by) {
        var project = locked(key);
        project.requireLead(by);
        var before = get(project, id);
        requireOpen(before);
        var risk = read(project, id, typed);
        if (!risk.equals(before)) {
            rows.save(risk);
            told(project, id, by, "Changed: " + said(risk));
        }
        return get(project, id);
    }

    /** It can happen no longer, or is not worth watching. */
    @Transactional
    public void close(String key, long id, String reason, Actor by) {
        var project = locked(key);
        project.requireLead(by);
        requireOpen(get(project, id));
        var because = reason(reason);
        rows.state(id, Risk.State.CLOSED);
        told(project, id, by, "Closed: " + because);
    }

    /** It has happened: from now on it is an issue, which knows its history. */
    @Transactional
    public Risk occurred(String key, long id, String what, Actor by) {
        var project = locked(key);
        project.requireLead(by);
        var risk = get(project, id);
        if (risk.state() == Risk.State.OCCURRED) {
            return risk;
        }
        requireOpen(risk);
        var said = reason(what);
        rows.state(id, Risk.State.OCCURRED);
        told(project, id, by, "Happened: " + said);
        var history = changes(id).stream()
                .map(one ->
                        "%s %s: %s".formatted(one.at().atZone(project.zone()).toLocalDate(), one.by(), one.text()))
                .collect(Collectors.joining("\n"));
        events.publishEvent(new RiskOccurred(project.key(), id, risk.title(), history, by.name(), clock.instant()));
        return get(project, id);
    }

    @EventListener
    @Transactional
    public void on(IssueRaised raised) {
        var risk = raised.risk();
        if (risk != null) {
            rows.issue(risk, raised.number().value());
        }
    }

    private static void requireOpen(Risk risk) {
        if (!risk.open()) {
            throw new Refusal.Conflict(
                    risk.state() == Risk.State.CLOSED
                            ? "The risk is closed and changes no longer. Add it anew if it is one again."
                            : "The risk has happened and is the issue %s now.".formatted(risk.issue()));
        }
    }

    private Risk read(Project project, long id, Map<String, String> typed) {
        var entered = new Entered(typed);
        var owner = entered.text("owner");
        if (people.find(owner).filter(Person::enabled).isEmpty()) {
            entered.problem("owner", "Give the username of somebody who can sign in.");
        }
        var response = entered.one("response", Risk.Response.class);
        var risk = new Risk(
                id,
                project.key(),
                entered.needed("title", 200),
                entered.optional("description", 4_000),
                new Rated(scale(entered, "probability"), scale(entered, "impact")),
                owner,
                response,
                response == Risk.Response.ACCEPT
                        ? entered.optional("responseText", 2_000)
                        : entered.needed("responseText", 2_000),
                new Rated(scale(entered, "afterProbability"), scale(entered, "afterImpact")),
                entered.dayOrNull("proximity"),
                entered.optional("trigger", 1_000),
                Risk.State.OPEN,
                null);
        entered.check();
        return risk;
    }

    private static int scale(Entered entered, String field) {
        if (!entered.text(field).matches("[1-5]")) {
            entered.problem(field, "Choose from 1, very low, to 5, very high.");
            return 1;
        }
        return Integer.parseInt(entered.text(field));
    }

    private static String said(Risk risk) {
        return "%s; probability %d × impact %d = %d, after the response (%s) %d × %d = %d"
                .formatted(
                        risk.title(),
                        risk.before().probability(),
                        risk.before().impact(),
                        risk.before().score(),
                        risk.response().name().toLowerCase(java.util.Locale.ROOT),
                        risk.after().probability(),
                        risk.after().impact(),
                        risk.after().score());
    }

    static String reason(String typed) {
        var entered = new Entered(Map.of("reason", typed));
        var said = entered.needed("reason", 1_000);
        entered.check();
        return said;
    }

    private void told(Project project, long id, Actor by, String text) {
        rows.changed(project.key(), RaidRows.Kind.RISK, id, clock.instant(), by.name(), text);
    }

    /** The project with its case locked: what is counted of its entries stays so. */
    private Project locked(String key) {
        var project = projects.get(key);
        workItems.locked(Objects.requireNonNull(project.number()));
        return projects.get(key);
    }
}
