package org.relevo.project.issue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.relevo.escalation.RoleHolders;
import org.relevo.project.Projects;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.stereotype.Component;

/** Who leads the project whose issue or action is escalated; and {@code party}: those who still owe it a position. */
@Component
class IssueRoles implements RoleHolders {

    private final IssueRows rows;
    private final IssueParts parts;
    private final Projects projects;

    IssueRoles(IssueRows rows, IssueParts parts, Projects projects) {
        this.rows = rows;
        this.parts = parts;
        this.projects = projects;
    }

    @Override
    public List<String> of(WorkItemNumber number, String role) {
        var issue = parts.action(number)
                .map(IssueAction::issue)
                .or(() -> Optional.of(number))
                .flatMap(rows::find);
        return issue.stream()
                .flatMap(one -> {
                    var project = projects.get(one.project());
                    return switch (role) {
                        case "PROJECT_MANAGER" -> Stream.ofNullable(project.manager());
                        case "PROJECT_SPONSOR" -> Stream.ofNullable(project.sponsor());
                        case "party" ->
                            parts.positions(one.number()).stream()
                                    .filter(position -> position.stance() == null)
                                    .map(Position::person);
                        default -> Stream.empty();
                    };
                })
                .toList();
    }
}
