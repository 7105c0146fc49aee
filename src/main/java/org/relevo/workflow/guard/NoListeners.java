package org.relevo.workflow.guard;

import org.flowable.bpmn.model.EventListener;
import org.flowable.bpmn.model.FlowableListener;
import org.flowable.common.engine.api.delegate.event.FlowableEventListener;
import org.flowable.engine.delegate.CustomPropertiesResolver;
import org.flowable.engine.delegate.ExecutionListener;
import org.flowable.engine.delegate.TransactionDependentTaskListener;
import org.flowable.engine.impl.bpmn.listener.DelegateExpressionTransactionDependentExecutionListener;
import org.flowable.engine.impl.bpmn.parser.factory.DefaultListenerFactory;
import org.flowable.task.service.delegate.TaskListener;

/** No code hangs on an element: a process calls an action before or after it, where everybody sees it. */
class NoListeners extends DefaultListenerFactory {

    private static Refused refused() {
        return new Refused("Relevo runs no listeners of a model.");
    }

    @Override
    public TaskListener createClassDelegateTaskListener(FlowableListener listener) {
        throw refused();
    }

    @Override
    public TaskListener createExpressionTaskListener(FlowableListener listener) {
        throw refused();
    }

    @Override
    public TaskListener createDelegateExpressionTaskListener(FlowableListener listener) {
        throw refused();
    }

    @Override
    public TransactionDependentTaskListener createTransactionDependentDelegateExpressionTaskListener(
            FlowableListener listener) {
        throw refused();
    }

    @Override
    public TaskListener createScriptTypeTaskListener(FlowableListener listener) {
        throw refused();
    }

    @Override
    public ExecutionListener createClassDelegateExecutionListener(FlowableListener listener) {
        throw refused();
    }

    @Override
    public ExecutionListener createExpressionExecutionListener(FlowableListener listener) {
        throw refused();
    }

    @Override
    public ExecutionListener createDelegateExpressionExecutionListener(FlowableListener listener) {
        throw refused();
    }

    @Override
    public ExecutionListener createScriptTypeExecutionListener(FlowableListener listener) {
        throw refused();
    }

    @Override
    public DelegateExpressionTransactionDependentExecutionListener
            createTransactionDependentDelegateExpressionExecutionListener(FlowableListener listener) {
        throw refused();
    }

    @Override
    public FlowableEventListener createClassDelegateEventListener(EventListener eventListener) {
        throw refused();
    }

    @Override
    public FlowableEventListener createDelegateExpressionEventListener(EventListener eventListener) {
        throw refused();
    }

    @Override
    public FlowableEventListener createEventThrowingEventListener(EventListener eventListener) {
        throw refused();
    }

    @Override
    public CustomPropertiesResolver createClassDelegateCustomPropertiesResolver(FlowableListener listener) {
        throw refused();
    }

    @Override
    public CustomPropertiesResolver createExpressionCustomPropertiesResolver(FlowableListener listener) {
        throw refused();
    }

    @Override
    public CustomPropertiesResolver createDelegateExpressionCustomPropertiesResolver(FlowableListener listener) {
        throw refused();
    }
}
