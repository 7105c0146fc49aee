package org.relevo.workflow;

import org.flowable.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;

/** On whose behalf the engine works on this thread: the one who completes a task, or the process itself. */
final class Acting {

    private static final ThreadLocal<@Nullable Actor> CURRENT = new ThreadLocal<>();

    private Acting() {}

    static Actor now(DelegateExecution execution) {
        var actor = CURRENT.get();
        return actor == null
                ? Actor.system("process " + execution.getProcessDefinitionId().split(":")[0])
                : actor;
    }

    static void as(Actor actor, Runnable work) {
        CURRENT.set(actor);
        try {
            work.run();
        } finally {
            CURRENT.remove();
        }
    }
}
