package org.relevo.support;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.project.Milestones;
import org.relevo.project.ProjectDesk;
import org.relevo.project.ProjectForm;
import org.relevo.project.ProjectTolerances;
import org.relevo.project.issue.IssueRaising;
import org.relevo.project.raid.Assumptions;
import org.relevo.project.raid.Risks;
import org.relevo.rules.Priority;
import org.relevo.workitem.WorkItemNumber;

/** A P1, an analysis and a project in the middle of their work, with a part of everything, made as a program makes them. */
public class OpenCases {

    private static final Actor INES =
            new Actor("ines.castro", Actor.Kind.PERSON, Set.of(Role.PROJECT_MANAGER), Set.of());

    private static final Actor CLARA = new Actor("clara.brandt", Actor.Kind.PERSON, Set.of(Role.VIEWER), Set.of());

    private final Cases cases;
    private final Analyses analyses;
    private final Visitors visitors;
    private final SettableClock clock;
    private final ProjectDesk desk;
    private final Milestones milestones;
    private final ProjectTolerances tolerances;
    private final Risks risks;
    private final Assumptions assumptions;
    private final IssueRaising raising;

    OpenCases(
            Cases cases,
            Analyses analyses,
            Visitors visitors,
            SettableClock clock,
            ProjectDesk desk,
            Milestones milestones,
            ProjectTolerances tolerances,
            Risks risks,
            Assumptions assumptions,
            IssueRaising raising) {
        this.desk = desk;
        this.milestones = milestones;
        this.tolerances = tolerances;
        this.risks = risks;
        this.assumptions = assumptions;
        this.raising = raising;
        this.cases = cases;
        this.analyses = analyses;
        this.visitors = visitors;
        this.clock = clock;
    }

    /** A P1 with a hypothesis, an action, a workaround, a hand-over, a duplicate and a crisis meeting. */
    public WorkItemNumber incident() {
        var number = cases.raise(Priority.P1).number();
        var marta = visitors.signedIn("marta.ruiz");
        marta.submit("/incidents/" + number + "/acknowledge", Map.of("text", "We look"));
        var machine = visitors.machine();
        var room = "/api/v1/incidents/" + number + "/crisis";
        var due = clock.instant().plus(Duration.ofHours(2));
        List.of(
                        Map.entry("/hypotheses", "{\"text\": \"The broker is full\"}"),
                        Map.entry(
                                "/actions",
                                "{\"text\": \"Call the supplier\", \"owner\": \"jonas.weber\", \"dueAt\": \"%s\"}"
                                        .formatted(due)),
                        Map.entry("/workarounds", "{\"text\": \"Standby broker\", \"effect\": \"Half speed\"}"),
                        Map.entry("/roles", "{\"role\": \"TECHNICAL_LEAD\", \"username\": \"jonas.weber\"}"))
                .forEach(one -> taken(machine.postJson(room + one.getKey(), one.getValue())));
        taken(visitors.signedIn("jonas.weber")
                .submit(
                        "/incidents/" + number + "/crisis/handovers",
                        Map.of("to", "marta.ruiz", "summary", "All quiet")));
        return number;
    }

    /** An analysis with a why and a corrective action. */
    public WorkItemNumber analysis() {
        var rca = analyses.demanded();
        analyses.write(rca, new Actor("jonas.weber", Actor.Kind.PERSON, Set.of(Role.AGENT), Set.of("mes-support")));
        taken(visitors.machine()
                .postJson(
                        "/api/v1/rcas/" + rca + "/actions",
                        "{\"title\": \"Watch the certificate\", \"owner\": \"jonas.weber\", \"date\": \"%s\"}"
                                .formatted(day(30))));
        return rca;
    }

    /** The key of a project with a milestone, a tolerance, a risk, an assumption, an issue and an exception report. */
    public String project() {
        var key = "o" + UUID.randomUUID().toString().substring(0, 8);
        desk.create(new ProjectForm(key, "Kiln", "", "ines.castro", "clara.brandt", "EUR", "UTC", day(0)), INES);
        var milestone = milestones.add(key, "Racks run", "", day(100), INES);
        tolerances.set(key, "TIME", "", "10", "AMOUNT", "The fair", CLARA);
        milestones.move(key, milestone, "FORECAST", day(130), "no oven", INES);
        risks.add(
                key,
                Map.of(
                        "title",
                        "Late racks",
                        "probability",
                        "3",
                        "impact",
                        "4",
                        "owner",
                        "ines.castro",
                        "response",
                        "REDUCE",
                        "responseText",
                        "Ask early",
                        "afterProbability",
                        "2",
                        "afterImpact",
                        "2"),
                INES);
        assumptions.add(
                key,
                Map.of("text", "The floor holds", "owner", "ines.castro", "source", "The architect", "until", day(60)),
                INES);
        raising.raise(key, Map.of("title", "The oven is late"), INES);
        return key;
    }

    private String day(int days) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .plusDays(days)
                .toString();
    }

    private static void taken(Reply reply) {
        if (reply.status() >= 400) {
            throw new AssertionError(reply.status() + " " + reply.body());
        }
    }
}
