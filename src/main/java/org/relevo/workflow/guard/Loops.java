package org.relevo.workflow.guard;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.flowable.bpmn.model.BoundaryEvent;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.EndEvent;
import org.flowable.bpmn.model.EventGateway;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.FlowElementsContainer;
import org.flowable.bpmn.model.FlowNode;
import org.flowable.bpmn.model.IntermediateCatchEvent;
import org.flowable.bpmn.model.Process;
import org.flowable.bpmn.model.ReceiveTask;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.bpmn.model.StartEvent;
import org.flowable.bpmn.model.SubProcess;
import org.flowable.bpmn.model.UserTask;

/** A loop waits somewhere, for a person, a message or a time: one that does not would never let go of its thread. */
final class Loops extends ModelRule {

    @Override
    void check(BpmnModel model, Process process, Findings findings) {
        check(process, findings);
        elements(process).stream()
                .filter(FlowElementsContainer.class::isInstance)
                .forEach(inner -> check((FlowElementsContainer) inner, findings));
    }

    private static void check(FlowElementsContainer container, Findings findings) {
        var reported = new HashSet<String>();
        for (var element : container.getFlowElements()) {
            if (element instanceof FlowNode node && !reported.contains(node.getId()) && !waits(node)) {
                var reached = reached(List.of(node), container);
                if (reached.contains(node.getId())) {
                    reported.addAll(reached);
                    findings.refuse(
                            "LOOP",
                            node,
                            "%s is in a loop that waits for nothing.".formatted(node.getId()),
                            "Put a task, a message or a timer into the loop.");
                }
            }
        }
    }

    /** What comes after these without a wait; they themselves only where a way leads back to them. */
    private static Set<String> reached(List<? extends FlowNode> from, FlowElementsContainer container) {
        var reached = new HashSet<String>();
        var ahead = new ArrayDeque<FlowNode>(from);
        while (!ahead.isEmpty()) {
            next(ahead.pop(), container)
                    .filter(node -> !waits(node) && reached.add(node.getId()))
                    .forEach(ahead::push);
        }
        return reached;
    }

    /** An error, an escalation or a cancellation leaves its activity at once; so do its boundary events. */
    private static Stream<FlowNode> next(FlowNode node, FlowElementsContainer container) {
        var after = container.getFlowElements().stream()
                .filter(SequenceFlow.class::isInstance)
                .map(SequenceFlow.class::cast)
                .filter(flow -> node.getId() != null && node.getId().equals(flow.getSourceRef()))
                .map(flow -> container.getFlowElement(flow.getTargetRef()));
        var beside = container.getFlowElements().stream()
                .filter(BoundaryEvent.class::isInstance)
                .map(BoundaryEvent.class::cast)
                .filter(event ->
                        node.getId() != null && (node.getId().equals(event.getAttachedToRefId()) && !waits(event)));
        return Stream.concat(after, beside).filter(FlowNode.class::isInstance).map(FlowNode.class::cast);
    }

    private static boolean waits(FlowElement element) {
        if (element instanceof SubProcess inner) {
            return waitsInside(inner);
        }
        if (element instanceof BoundaryEvent event) {
            return event.getEventDefinitions().stream()
                    .noneMatch(definition -> definition instanceof org.flowable.bpmn.model.ErrorEventDefinition
                            || definition instanceof org.flowable.bpmn.model.EscalationEventDefinition);
        }
        return element instanceof UserTask
                || element instanceof ReceiveTask
                || element instanceof IntermediateCatchEvent
                || element instanceof EventGateway;
    }

    /** On every way through it. */
    private static boolean waitsInside(SubProcess inner) {
        var starts = inner.getFlowElements().stream()
                .filter(StartEvent.class::isInstance)
                .map(StartEvent.class::cast)
                .toList();
        var reached = reached(starts, inner);
        return inner.getFlowElements().stream()
                .filter(element -> element instanceof EndEvent
                        || element instanceof FlowNode node
                                && node.getOutgoingFlows().isEmpty())
                .noneMatch(element -> reached.contains(element.getId()));
    }
}
