package org.relevo.handover.lineage;

import java.util.Map;
import java.util.Optional;
import org.relevo.handover.Handover;
import org.relevo.people.Actor;
import org.relevo.project.Dimension;
import org.relevo.project.Project;
import org.relevo.project.exception.ExceptionReopening;
import org.relevo.project.issue.IssueRaising;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Brings what a handover has caused back to its project: as an issue, and as a report of its exception in cost. */
@Component
class Reopening {

    private static final Actor BY = Actor.system("handover debt");

    private final IssueRaising issues;
    private final ExceptionReopening exceptions;

    Reopening(IssueRaising issues, ExceptionReopening exceptions) {
        this.issues = issues;
        this.exceptions = exceptions;
    }

    /** Answers the issue that was raised; empty where the project is closed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<String> reopen(Handover handover, Project project, String because) {
        if (!project.active()) {
            return Optional.empty();
        }
        var said = "Handover debt of %s: %s".formatted(handover.number(), because);
        exceptions.reopen(project.key(), Dimension.COST, said, BY.name());
        return Optional.of(issues.raise(
                        project.key(),
                        Map.of(
                                "title",
                                "Handover debt of %s is beyond its tolerance".formatted(handover.number()),
                                "description",
                                said + ". The lineage of the handover shows each incident."),
                        BY)
                .value());
    }
}
