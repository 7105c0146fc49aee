package org.relevo.workflow;

import java.time.Clock;
import java.util.List;
import org.flowable.engine.interceptor.CreateUserTaskAfterContext;
import org.flowable.engine.interceptor.CreateUserTaskBeforeContext;
import org.flowable.engine.interceptor.CreateUserTaskInterceptor;
import org.relevo.inbox.TaskRegister;

/**
 * Tells the inbox of each new task. Candidate groups name roles: {@code SUPPORT_GROUP} is the case's team, any other a
 * role of a person. The inbox keeps them, so the engine need not. An assignee, if the model names one, has the task from
 * the start; once released it is the group's.
 */
class TaskIntake implements CreateUserTaskInterceptor {

    static final String SUPPORT_GROUP = "SUPPORT_GROUP";

    private final TaskRegister tasks;
    private final Clock clock;

    TaskIntake(TaskRegister tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    @Override
    public void beforeCreateUserTask(CreateUserTaskBeforeContext context) {
        context.setCandidateGroups(List.of());
    }

    @Override
    public void afterCreateUserTask(CreateUserTaskAfterContext context) {
        var groups = context.getUserTask().getCandidateGroups();
        var now = clock.instant();
        tasks.opened(
                context.getTaskEntity().getId(),
                context.getUserTask().getId(),
                context.getTaskEntity().getName(),
                Cases.number(context.getExecution()),
                groups.contains(SUPPORT_GROUP),
                groups.stream()
                        .filter(g -> !g.equals(SUPPORT_GROUP))
                        .findFirst()
                        .orElse(null),
                now);
        var assignee = context.getTaskEntity().getAssignee();
        if (assignee != null) {
            tasks.claimed(context.getTaskEntity().getId(), assignee, now);
        }
    }
}
