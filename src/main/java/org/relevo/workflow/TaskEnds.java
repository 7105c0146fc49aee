package org.relevo.workflow;

import java.time.Clock;
import org.flowable.common.engine.api.delegate.event.FlowableEntityEvent;
import org.flowable.common.engine.api.delegate.event.FlowableEvent;
import org.flowable.common.engine.api.delegate.event.FlowableEventListener;
import org.flowable.task.api.Task;
import org.relevo.inbox.TaskRegister;

/** Tells the inbox of tasks that are gone: those that nobody completed were withdrawn. */
class TaskEnds implements FlowableEventListener {

    private final TaskRegister tasks;
    private final Clock clock;

    TaskEnds(TaskRegister tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    @Override
    public void onEvent(FlowableEvent event) {
        if (event instanceof FlowableEntityEvent deleted && deleted.getEntity() instanceof Task task) {
            tasks.withdrawn(task.getId(), clock.instant());
        }
    }

    @Override
    public boolean isFailOnException() {
        return true;
    }

    @Override
    public boolean isFireOnTransactionLifecycleEvent() {
        return false;
    }

    @Override
    public String getOnTransaction() {
        return "";
    }
}
