package org.relevo.workflow.guard;

import java.io.Serializable;
import java.util.concurrent.atomic.AtomicInteger;
import org.flowable.common.engine.api.delegate.event.FlowableEvent;
import org.flowable.common.engine.api.delegate.event.FlowableEventListener;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.ExecutionListener;
import org.flowable.engine.delegate.JavaDelegate;
import org.flowable.engine.delegate.TaskListener;
import org.flowable.task.service.delegate.DelegateTask;

/** Sings when a model has reached code that it must not reach. */
public class Canary implements JavaDelegate, ExecutionListener, TaskListener, FlowableEventListener, Serializable {

    private static final long serialVersionUID = 1;
    private static final AtomicInteger SONGS = new AtomicInteger();

    public static String sing() {
        return "sung " + SONGS.incrementAndGet();
    }

    static int songs() {
        return SONGS.get();
    }

    @Override
    public void execute(DelegateExecution execution) {
        sing();
    }

    @Override
    public void notify(DelegateExecution execution) {
        sing();
    }

    @Override
    public void notify(DelegateTask task) {
        sing();
    }

    @Override
    public void onEvent(FlowableEvent event) {
        sing();
    }

    @Override
    public boolean isFailOnException() {
        return false;
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
