package org.relevo.workflow.guard;

import org.flowable.bpmn.model.BaseElement;
import org.flowable.bpmn.model.BoundaryEvent;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.BusinessRuleTask;
import org.flowable.bpmn.model.CancelEventDefinition;
import org.flowable.bpmn.model.CaseServiceTask;
import org.flowable.bpmn.model.CompensateEventDefinition;
import org.flowable.bpmn.model.ConditionalEventDefinition;
import org.flowable.bpmn.model.EndEvent;
import org.flowable.bpmn.model.ExternalWorkerServiceTask;
import org.flowable.bpmn.model.IntermediateCatchEvent;
import org.flowable.bpmn.model.ReceiveTask;
import org.flowable.bpmn.model.ScriptTask;
import org.flowable.bpmn.model.SendEventServiceTask;
import org.flowable.bpmn.model.SendTask;
import org.flowable.bpmn.model.ServiceTask;
import org.flowable.bpmn.model.StartEvent;
import org.flowable.bpmn.model.SubProcess;
import org.flowable.bpmn.model.ThrowEvent;
import org.flowable.bpmn.model.Transaction;
import org.flowable.bpmn.model.VariableListenerEventDefinition;
import org.flowable.engine.impl.bpmn.behavior.AdhocSubProcessActivityBehavior;
import org.flowable.engine.impl.bpmn.behavior.BoundaryCancelEventActivityBehavior;
import org.flowable.engine.impl.bpmn.behavior.BoundaryCompensateEventActivityBehavior;
import org.flowable.engine.impl.bpmn.behavior.BoundaryConditionalEventActivityBehavior;
import org.flowable.engine.impl.bpmn.behavior.BoundaryEventRegistryEventActivityBehavior;
import org.flowable.engine.impl.bpmn.behavior.BoundaryVariableListenerEventActivityBehavior;
import org.flowable.engine.impl.bpmn.behavior.CancelEndEventActivityBehavior;
import org.flowable.engine.impl.bpmn.behavior.CaseTaskActivityBehavior;
import org.flowable.engine.impl.bpmn.behavior.DmnActivityBehavior;
import org.flowable.engine.impl.bpmn.behavior.EventSubProcessConditionalStartEventActivityBehavior;
import org.flowable.engine.impl.bpmn.behavior.EventSubProcessEventRegistryStartEventActivityBehavior;
import org.flowable.engine.impl.bpmn.behavior.EventSubProcessVariableListenerlStartEventActivityBehavior;
import org.flowable.engine.impl.bpmn.behavior.ExternalWorkerTaskActivityBehavior;
import org.flowable.engine.impl.bpmn.behavior.IntermediateCatchConditionalEventActivityBehavior;
import org.flowable.engine.impl.bpmn.behavior.IntermediateCatchEventRegistryEventActivityBehavior;
import org.flowable.engine.impl.bpmn.behavior.IntermediateCatchVariableListenerEventActivityBehavior;
import org.flowable.engine.impl.bpmn.behavior.IntermediateThrowCompensationEventActivityBehavior;
import org.flowable.engine.impl.bpmn.behavior.ReceiveEventTaskActivityBehavior;
import org.flowable.engine.impl.bpmn.behavior.ScriptTaskActivityBehavior;
import org.flowable.engine.impl.bpmn.behavior.SendEventTaskActivityBehavior;
import org.flowable.engine.impl.bpmn.behavior.ServiceTaskExpressionActivityBehavior;
import org.flowable.engine.impl.bpmn.behavior.ShellActivityBehavior;
import org.flowable.engine.impl.bpmn.behavior.TransactionActivityBehavior;
import org.flowable.engine.impl.bpmn.behavior.WebServiceActivityBehavior;
import org.flowable.engine.impl.bpmn.helper.ClassDelegate;
import org.flowable.engine.impl.bpmn.parser.factory.DefaultActivityBehaviorFactory;
import org.flowable.engine.impl.delegate.ActivityBehavior;

/** Makes nothing of the elements that a model may not have; whoever gets one past the validator finds no one to run it. */
abstract class RefusedBehaviours extends DefaultActivityBehaviorFactory {

    private static Refused refused(BaseElement element) {
        return new Refused("%s is a %s, which Relevo does not run."
                .formatted(element.getId(), element.getClass().getSimpleName()));
    }

    @Override
    public ReceiveEventTaskActivityBehavior createReceiveEventTaskActivityBehavior(
            ReceiveTask receiveTask, String eventDefinitionKey) {
        throw refused(receiveTask);
    }

    @Override
    public ClassDelegate createClassDelegateServiceTask(ServiceTask serviceTask) {
        throw refused(serviceTask);
    }

    @Override
    public ServiceTaskExpressionActivityBehavior createServiceTaskExpressionActivityBehavior(ServiceTask serviceTask) {
        throw refused(serviceTask);
    }

    @Override
    public WebServiceActivityBehavior createWebServiceActivityBehavior(ServiceTask serviceTask, BpmnModel bpmnModel) {
        throw refused(serviceTask);
    }

    @Override
    public WebServiceActivityBehavior createWebServiceActivityBehavior(SendTask sendTask, BpmnModel bpmnModel) {
        throw refused(sendTask);
    }

    @Override
    public ActivityBehavior createMailActivityBehavior(ServiceTask serviceTask) {
        throw refused(serviceTask);
    }

    @Override
    public ActivityBehavior createMailActivityBehavior(SendTask sendTask) {
        throw refused(sendTask);
    }

    @Override
    public DmnActivityBehavior createDmnActivityBehavior(ServiceTask serviceTask) {
        throw refused(serviceTask);
    }

    @Override
    public DmnActivityBehavior createDmnActivityBehavior(SendTask sendTask) {
        throw refused(sendTask);
    }

    @Override
    public ActivityBehavior createCamelActivityBehavior(ServiceTask serviceTask) {
        throw refused(serviceTask);
    }

    @Override
    public ActivityBehavior createCamelActivityBehavior(SendTask sendTask) {
        throw refused(sendTask);
    }

    @Override
    public ShellActivityBehavior createShellActivityBehavior(ServiceTask serviceTask) {
        throw refused(serviceTask);
    }

    @Override
    public ActivityBehavior createHttpActivityBehavior(ServiceTask serviceTask) {
        throw refused(serviceTask);
    }

    @Override
    public ActivityBehavior createBusinessRuleTaskActivityBehavior(BusinessRuleTask businessRuleTask) {
        throw refused(businessRuleTask);
    }

    @Override
    public ScriptTaskActivityBehavior createScriptTaskActivityBehavior(ScriptTask scriptTask) {
        throw refused(scriptTask);
    }

    @Override
    public SendEventTaskActivityBehavior createSendEventTaskBehavior(SendEventServiceTask sendEventServiceTask) {
        throw refused(sendEventServiceTask);
    }

    @Override
    public ExternalWorkerTaskActivityBehavior createExternalWorkerTaskBehavior(
            ExternalWorkerServiceTask externalWorkerServiceTask) {
        throw refused(externalWorkerServiceTask);
    }

    @Override
    public EventSubProcessConditionalStartEventActivityBehavior
            createEventSubProcessConditionalStartEventActivityBehavior(
                    StartEvent startEvent,
                    ConditionalEventDefinition conditionalEventDefinition,
                    String conditionExpression) {
        throw refused(startEvent);
    }

    @Override
    public EventSubProcessEventRegistryStartEventActivityBehavior
            createEventSubProcessEventRegistryStartEventActivityBehavior(
                    StartEvent startEvent, String eventDefinitionKey) {
        throw refused(startEvent);
    }

    @Override
    public EventSubProcessVariableListenerlStartEventActivityBehavior
            createEventSubProcessVariableListenerlStartEventActivityBehavior(
                    StartEvent startEvent, VariableListenerEventDefinition variableListenerEventDefinition) {
        throw refused(startEvent);
    }

    @Override
    public AdhocSubProcessActivityBehavior createAdhocSubprocessActivityBehavior(SubProcess subProcess) {
        throw refused(subProcess);
    }

    @Override
    public CaseTaskActivityBehavior createCaseTaskBehavior(CaseServiceTask caseServiceTask) {
        throw refused(caseServiceTask);
    }

    @Override
    public TransactionActivityBehavior createTransactionActivityBehavior(Transaction transaction) {
        throw refused(transaction);
    }

    @Override
    public IntermediateCatchConditionalEventActivityBehavior createIntermediateCatchConditionalEventActivityBehavior(
            IntermediateCatchEvent intermediateCatchEvent,
            ConditionalEventDefinition conditionalEventDefinition,
            String conditionExpression,
            String conditionLanguage) {
        throw refused(intermediateCatchEvent);
    }

    @Override
    public IntermediateCatchEventRegistryEventActivityBehavior
            createIntermediateCatchEventRegistryEventActivityBehavior(
                    IntermediateCatchEvent intermediateCatchEvent, String eventDefinitionKey) {
        throw refused(intermediateCatchEvent);
    }

    @Override
    public IntermediateCatchVariableListenerEventActivityBehavior
            createIntermediateCatchVariableListenerEventActivityBehavior(
                    IntermediateCatchEvent intermediateCatchEvent,
                    VariableListenerEventDefinition variableListenerEventDefinition) {
        throw refused(intermediateCatchEvent);
    }

    @Override
    public IntermediateThrowCompensationEventActivityBehavior createIntermediateThrowCompensationEventActivityBehavior(
            ThrowEvent throwEvent, CompensateEventDefinition compensateEventDefinition) {
        throw refused(throwEvent);
    }

    @Override
    public CancelEndEventActivityBehavior createCancelEndEventActivityBehavior(EndEvent endEvent) {
        throw refused(endEvent);
    }

    @Override
    public BoundaryCancelEventActivityBehavior createBoundaryCancelEventActivityBehavior(
            CancelEventDefinition cancelEventDefinition) {
        throw refused(cancelEventDefinition);
    }

    @Override
    public BoundaryCompensateEventActivityBehavior createBoundaryCompensateEventActivityBehavior(
            BoundaryEvent boundaryEvent, CompensateEventDefinition compensateEventDefinition, boolean interrupting) {
        throw refused(boundaryEvent);
    }

    @Override
    public BoundaryConditionalEventActivityBehavior createBoundaryConditionalEventActivityBehavior(
            BoundaryEvent boundaryEvent,
            ConditionalEventDefinition conditionalEventDefinition,
            String conditionExpression,
            String conditionLanguage,
            boolean interrupting) {
        throw refused(boundaryEvent);
    }

    @Override
    public BoundaryEventRegistryEventActivityBehavior createBoundaryEventRegistryEventActivityBehavior(
            BoundaryEvent boundaryEvent, String eventDefinitionKey, boolean interrupting) {
        throw refused(boundaryEvent);
    }

    @Override
    public BoundaryVariableListenerEventActivityBehavior createBoundaryVariableListenerEventActivityBehavior(
            BoundaryEvent boundaryEvent,
            VariableListenerEventDefinition variableListenerEventDefinition,
            boolean interrupting) {
        throw refused(boundaryEvent);
    }
}
