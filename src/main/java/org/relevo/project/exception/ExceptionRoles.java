package org.relevo.project.exception;

import java.util.List;
import java.util.stream.Stream;
import org.relevo.escalation.RoleHolders;
import org.relevo.project.Projects;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.stereotype.Component;

/** Who leads the project whose exception report is escalated. */
@Component
class ExceptionRoles implements RoleHolders {

    private final ExceptionRows rows;
    private final Projects projects;

    ExceptionRoles(ExceptionRows rows, Projects projects) {
        this.rows = rows;
        this.projects = projects;
    }

    @Override
    public List<String> of(WorkItemNumber number, String role) {
        return rows.find(number).map(report -> projects.get(report.project())).stream()
                .flatMap(project -> switch (role) {
                    case "PROJECT_MANAGER" -> Stream.ofNullable(project.manager());
                    case "PROJECT_SPONSOR" -> Stream.ofNullable(project.sponsor());
                    default -> Stream.empty();
                })
                .toList();
    }
}
