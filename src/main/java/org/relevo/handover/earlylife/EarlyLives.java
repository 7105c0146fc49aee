package org.relevo.handover.earlylife;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relevo.handover.ExitCriteria;
import org.relevo.handover.Handover;
import org.relevo.handover.HandoverStatus;
import org.relevo.handover.Handovers;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.platform.Refusal.FieldProblem;
import org.relevo.project.Project;
import org.relevo.project.Projects;
import org.relevo.rules.EarlyDayFact;
import org.relevo.rules.EarlyDayFails;
import org.relevo.rules.EarlyLifeFact;
import org.relevo.rules.EarlyLifeVerdict;
import org.relevo.rules.RuleBook;
import org.relevo.service.Service;
import org.relevo.service.Services;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Judges the days of early life support by the rule book, takes down what people say and decide, and says when it may end. */
@Component
public class EarlyLives implements ExitCriteria {

    private static final int LONGEST = 2_000;

    private final EarlyLifeRows rows;
    private final ObjectProvider<Handovers> handovers;
    private final Projects projects;
    private final Services services;
    private final RuleBook ruleBook;
    private final Timeline timeline;
    private final Clock clock;

    EarlyLives(
            EarlyLifeRows rows,
            ObjectProvider<Handovers> handovers,
            Projects projects,
            Services services,
            RuleBook ruleBook,
            Timeline timeline,
            Clock clock) {
        this.rows = rows;
        this.handovers = handovers;
        this.projects = projects;
        this.services = services;
        this.ruleBook = ruleBook;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * How early life support stands.
     *
     * @param verdicts what the rules say of its end; it may end where each of them says so
     * @param asked how many days in a row must hold; null where no row of the table is for the service's tier
     * @param days the oldest first
     * @param said the newest first
     */
    public record Standing(
            EarlyLife life,
            List<EarlyLifeVerdict> verdicts,
            @Nullable Integer asked,
            List<EarlyDay> days,
            List<Said> said,
            List<Extension> extensions) {

        public boolean mayEnd() {
            return !verdicts.isEmpty() && verdicts.stream().allMatch(EarlyLifeVerdict::ends);
        }
    }

    /** Nothing is judged before the service is live. */
    public @Nullable Standing standing(WorkItemNumber number) {
        var handover = handovers.getObject().get(number);
        return handover.liveAt() == null ? null : standing(handover);
    }

    private Standing standing(Handover handover) {
        var project = projects.get(handover.project());
        var live =
                Objects.requireNonNull(handover.liveAt()).atZone(project.zone()).toLocalDate();
        var days = rows.days(handover.number());
        var extensions = rows.extensions(handover.number());
        var planned = Objects.requireNonNullElse(handover.earlyLifeDays(), 0)
                + extensions.stream().mapToInt(Extension::days).sum();
        var judged = days.stream()
                .map(one -> new EarlyLife.Judged(one.day(), one.held()))
                .toList();
        var counted = EarlyLife.of(live, planned, judged, 0);
        var end = handover.endedAt();
        var today =
                end == null ? project.today(clock) : end.atZone(project.zone()).toLocalDate();
        var verdicts = ruleBook.decide(List.of(new EarlyLifeFact(tier(handover), counted.held(), counted.left(today))))
                .all(EarlyLifeVerdict.class);
        var asked =
                ruleBook.decide(List.of(new EarlyLifeFact(tier(handover), 0, 0))).all(EarlyLifeVerdict.class).stream()
                        .map(EarlyLifeVerdict::asked)
                        .findFirst()
                        .orElse(null);
        return new Standing(
                EarlyLife.of(live, planned, judged, asked == null ? 0 : asked),
                verdicts,
                asked,
                days,
                rows.said(handover.number()),
                extensions);
    }

    private String tier(Handover handover) {
        return services.find(handover.service()).map(Service::tier).orElse("");
    }

    @Override
    @Transactional
    public String missing(Handover handover) {
        judge(handover);
        var standing = standing(handover);
        if (standing.mayEnd()) {
            return "";
        }
        return standing.verdicts().isEmpty()
                ? "no row of the table of early life support is for the tier of the service"
                : standing.verdicts().stream()
                        .filter(one -> !one.ends())
                        .map(EarlyLifeVerdict::because)
                        .collect(Collectors.joining("; "));
    }

    /** Every day that is over and has not been judged yet. */
    @Transactional
    public void judge(WorkItemNumber number) {
        judge(handovers.getObject().get(number));
    }

    private void judge(Handover handover) {
        rows.lock(handover.number());
        var liveAt = handover.liveAt();
        if (handover.status() != HandoverStatus.EARLY_LIFE || liveAt == null) {
            return;
        }
        var project = projects.get(handover.project());
        var today = project.today(clock);
        var days = rows.days(handover.number());
        var day = days.isEmpty()
                ? liveAt.atZone(project.zone()).toLocalDate().plusDays(1)
                : days.get(days.size() - 1).day().plusDays(1);
        var said = rows.said(handover.number());
        for (; day.isBefore(today); day = day.plusDays(1)) {
            var judged = judged(handover, project, day, said);
            rows.add(handover.number(), judged);
            if (!judged.held()) {
                tell(
                        handover.number(),
                        "EARLY_LIFE_DAY_FAILED",
                        day + " does not count: the days begin anew",
                        "relevo",
                        judged.because());
            }
        }
    }

    private EarlyDay judged(Handover handover, Project project, LocalDate day, List<Said> said) {
        var zone = project.zone();
        var from = day.atStartOfDay(zone).toInstant();
        var to = day.plusDays(1).atStartOfDay(zone).toInstant();
        var service = handover.service();
        var fact = new EarlyDayFact(
                tier(handover),
                day,
                rows.missed(service, from, to),
                rows.incidents(service, from, to),
                rows.severe(service, from, to),
                EarlyLifeRows.stated(said, to, zone, day),
                rows.overdue(service, from, to));
        var fails = ruleBook.decide(List.of(fact)).all(EarlyDayFails.class);
        return new EarlyDay(
                day,
                fact.missed(),
                fact.incidents(),
                fact.severe(),
                fact.stated(),
                fact.overdue(),
                fails.isEmpty(),
                fails.stream().map(EarlyDayFails::criterion).distinct().toList(),
                fails.stream().map(EarlyDayFails::because).collect(Collectors.joining("; ")),
                clock.instant());
    }

    /** Somebody says whether users can work: {@code workable}, {@code text}. The same said twice within a minute is once. */
    @Transactional
    public void say(WorkItemNumber number, Map<String, String> form, Actor by) {
        by.require(Role.AGENT, Role.SERVICE_MANAGER, Role.PROJECT_MANAGER);
        live(number, "said of");
        var problems = new ArrayList<FieldProblem>();
        var workable = form.getOrDefault("workable", "");
        if (!workable.equals("true") && !workable.equals("false")) {
            problems.add(new FieldProblem("workable", "Choose whether users can work."));
        }
        var text = text(form, "text", problems);
        refuse(problems);
        var said = new Said(workable.equals("true"), text, by.name(), clock.instant());
        var before = rows.said(number).stream().findFirst().orElse(null);
        if (before != null
                && before.by().equals(said.by())
                && before.text().equals(text)
                && before.workable() == said.workable()
                && before.at().plusSeconds(60).isAfter(said.at())) {
            return;
        }
        rows.say(number, said);
        tell(
                number,
                said.workable() ? "EARLY_LIFE_USERS_WORK" : "EARLY_LIFE_USERS_CANNOT_WORK",
                said.workable() ? "Users can work" : "Users cannot work",
                by.name(),
                text);
    }

    /** A decision with its cost: {@code days}, {@code cost}, {@code reason}; {@code seen} is how many there were before. */
    @Transactional
    public void extend(WorkItemNumber number, Map<String, String> form, Actor by) {
        var handover = live(number, "extended");
        var project = projects.get(handover.project());
        if (!by.name().equals(project.sponsor()) && !handovers.getObject().acceptedBy(number, by)) {
            throw new Refusal.NotAllowed(
                    "Early life support is extended by the sponsor of %s or by who accepts the service."
                            .formatted(project.name()));
        }
        var problems = new ArrayList<FieldProblem>();
        var days = form.getOrDefault("days", "").strip();
        if (!days.matches("[0-9]{1,3}") || Integer.parseInt(days) < 1 || Integer.parseInt(days) > 365) {
            problems.add(new FieldProblem("days", "Give a whole number from 1 to 365."));
        }
        var cost = form.getOrDefault("cost", "").strip().replace(',', '.');
        if (!cost.matches("[0-9]{1,12}(\\.[0-9]{1,2})?")) {
            problems.add(new FieldProblem("cost", "Give an amount such as 4000 or 4000.50; 0 where it costs nothing."));
        }
        var reason = text(form, "reason", problems);
        refuse(problems);
        var before = rows.extensions(number);
        if (form.containsKey("seen") && !form.get("seen").equals(String.valueOf(before.size()))) {
            throw new Refusal.Conflict("Somebody has extended it meanwhile. Read what was decided, and decide again.");
        }
        var extension = new Extension(
                Integer.parseInt(days),
                new BigDecimal(cost),
                project.currency().getCurrencyCode(),
                reason,
                by.name(),
                clock.instant());
        rows.extend(number, extension);
        tell(
                number,
                "EARLY_LIFE_EXTENDED",
                "Early life support extended by %d days, for %s %s"
                        .formatted(extension.days(), extension.cost().toPlainString(), extension.currency()),
                by.name(),
                reason);
    }

    private Handover live(WorkItemNumber number, String verb) {
        rows.lock(handovers.getObject().get(number).number());
        var handover = handovers.getObject().get(number);
        if (handover.status() != HandoverStatus.EARLY_LIFE) {
            throw new Refusal.Conflict("%s is %s: no early life support can be %s."
                    .formatted(number, handover.status().word(), verb));
        }
        return handover;
    }

    private static String text(Map<String, String> form, String field, List<FieldProblem> problems) {
        var text = form.getOrDefault(field, "").strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            problems.add(new FieldProblem(field, "Say it in 1 to %,d characters.".formatted(LONGEST)));
        }
        return text;
    }

    private static void refuse(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw new Refusal.Invalid(problems);
        }
    }

    private void tell(WorkItemNumber number, String kind, String text, String by, String reason) {
        timeline.append(number, new TimelineEvent(clock.instant(), kind, text, by, reason));
    }
}
