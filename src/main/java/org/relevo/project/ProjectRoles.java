package org.relevo.project;

import java.util.List;
import java.util.stream.Stream;
import org.relevo.escalation.RoleHolders;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.stereotype.Component;

/** Who has a role in the project whose case is escalated. */
@Component
class ProjectRoles implements RoleHolders {

    private final Projects projects;
    private final Plans plans;

    ProjectRoles(Projects projects, Plans plans) {
        this.projects = projects;
        this.plans = plans;
    }

    @Override
    public List<String> of(WorkItemNumber number, String role) {
        return projects.of(number).stream()
                .flatMap(project -> switch (role) {
                    case "PROJECT_MANAGER" -> Stream.ofNullable(project.manager());
                    case "PROJECT_SPONSOR" -> Stream.ofNullable(project.sponsor());
                    default ->
                        plans.members(project.key()).stream()
                                .filter(one -> one.role().equals(role))
                                .map(Member::person);
                })
                .toList();
    }
}
