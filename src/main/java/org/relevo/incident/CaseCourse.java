package org.relevo.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.relevo.workitem.WorkItemNumber;

/** How far a case's process has come and whom it waits for, as those tell it who know the engine. */
public interface CaseCourse {

    /** The steps that the process has entered, in that order; one entered twice stands there twice. */
    List<Step> steps(WorkItemNumber number);

    /** What a step is called, in every process that has it and each of their versions. */
    Set<String> names(String element);

    /** The tasks that nobody has ended yet. */
    List<OpenTask> openTasks(WorkItemNumber number);

    /**
     * @param element its id in the process
     * @param person whether people do it, or the process waits for their word
     * @param left null where the process is still in it
     */
    record Step(
            String element,
            String name,
            boolean person,
            Instant entered,
            @Nullable Instant left) {

        public Duration spent(Instant now) {
            var spent = Duration.between(entered, left == null ? now : left);
            return spent.isNegative() ? Duration.ZERO : spent;
        }
    }

    /** A task; nobody has claimed it where it has no assignee. */
    record OpenTask(String name, @Nullable String assignee) {}
}
