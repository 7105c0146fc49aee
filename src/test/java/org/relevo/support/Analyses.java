package org.relevo.support;

import java.time.Duration;
import java.util.List;
import org.relevo.incident.Incidents;
import org.relevo.people.Actor;
import org.relevo.platform.TimedWork;
import org.relevo.rca.RcaContent;
import org.relevo.rca.RcaWriting;
import org.relevo.rca.RcaWriting.Answer;
import org.relevo.rca.Rcas;
import org.relevo.rca.Section;
import org.relevo.rules.Priority;
import org.relevo.workitem.WorkItemNumber;

/** Has incidents analysed, for tests that look at the analysis. */
public class Analyses {

    private final Cases cases;
    private final Incidents incidents;
    private final Rcas rcas;
    private final RcaWriting writing;
    private final TimedWork windows;
    private final Visitors visitors;
    private final SettableClock clock;

    Analyses(
            Cases cases,
            Incidents incidents,
            Rcas rcas,
            RcaWriting writing,
            List<TimedWork> timed,
            Visitors visitors,
            SettableClock clock) {
        this.cases = cases;
        this.incidents = incidents;
        this.rcas = rcas;
        this.writing = writing;
        this.windows = timed.stream()
                .filter(work -> work.kind().equals("quiet-window"))
                .findFirst()
                .orElseThrow();
        this.visitors = visitors;
        this.clock = clock;
    }

    /** The analysis of a P1 that somebody raised and resolved. */
    public WorkItemNumber demanded() {
        return resolved(cases.raise(Priority.P1).number());
    }

    /** The analysis of a P1 that an alert raised. */
    public WorkItemNumber demandedBy(String alertName) {
        return resolved(alert(alertName, "first"));
    }

    private WorkItemNumber resolved(WorkItemNumber incident) {
        incidents.acknowledge(incident, Cases.TEST, "in the test");
        incidents.resolve(incident, Cases.TEST, "The certificate was renewed");
        return rcas.about(incident).orElseThrow().number();
    }

    /** An alert of a name, which raises a P1. */
    public WorkItemNumber alert(String name, String fingerprint) {
        var body = """
                {"receiver":"relevo","status":"firing","version":"4","groupKey":"%1$s-%2$s","truncatedAlerts":0,
                 "groupLabels":{},"commonLabels":{},"commonAnnotations":{},"externalURL":"",
                 "alerts":[{"status":"firing","labels":{"alertname":"%1$s","service":"paint-shop-mes","severity":"critical",
                  "site":"Zaragoza"},"annotations":{"summary":"Paint shop MES down"},"startsAt":"%3$s",
                  "endsAt":"0001-01-01T00:00:00Z","generatorURL":"","fingerprint":"%1$s-%2$s"}]}
                """.formatted(name, fingerprint, clock.instant());
        return new WorkItemNumber(visitors.machine()
                .postJson("/api/v1/alerts/alertmanager", body)
                .json()
                .get("incidents")
                .get(0)
                .asString());
    }

    /** Writes what an analysis needs before it can be reviewed. */
    public void write(WorkItemNumber rca, Actor by) {
        var content = rcas.content(rca);
        writing.edit(rca, Section.ROOT_CAUSE, version(content), "Nobody watched when the certificate expires", by);
        var question = content.whys().get(0);
        var proof = content.events().get(0).id();
        writing.addWhy(rca, question.id(), new Answer("The certificate had expired", proof, null), by);
    }

    /** Looks at the quiet windows of an analysis as if time had passed; for everything else it stands still. */
    public void quietFor(Duration time, WorkItemNumber rca) {
        var now = clock.instant();
        clock.advance(time);
        try {
            windows.rows().dueBefore(clock.instant(), 10_000).stream()
                    .filter(due -> due.workItem().equals(rca.value()))
                    .forEach(due -> windows.rescue(due.id(), clock.instant()));
        } finally {
            clock.set(now);
        }
    }

    private static int version(RcaContent content) {
        var text = content.texts().get(Section.ROOT_CAUSE);
        return text == null ? 0 : text.version();
    }
}
