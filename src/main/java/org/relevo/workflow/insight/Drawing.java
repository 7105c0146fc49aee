package org.relevo.workflow.insight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.flowable.bpmn.model.BoundaryEvent;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.relevo.workflow.guard.ModelOutline;

/** The newest version of a process, as far as its picture is told about. */
final class Drawing {

    /** What is drawn, but nobody waits at. */
    private static final Set<String> NO_STEPS = Set.of(
            "sequenceFlow",
            "exclusiveGateway",
            "parallelGateway",
            "inclusiveGateway",
            "eventBasedGateway",
            "subProcess",
            "process");

    private final Map<String, ModelOutline.Part> parts;

    /** The connections that leave a boundary event. The engine keeps that it listened, but only they say that it fired. */
    private final Map<String, List<String>> ways = new HashMap<>();

    private Drawing(Map<String, ModelOutline.Part> parts) {
        this.parts = parts;
    }

    static Drawing of(ProcessDefinition definition, RepositoryService repository) {
        try (var stream = repository.getProcessModel(definition.getId())) {
            var drawing = new Drawing(ModelOutline.of(stream.readAllBytes()).parts());
            repository
                    .getBpmnModel(definition.getId())
                    .getMainProcess()
                    .findFlowElementsOfType(BoundaryEvent.class, true)
                    .forEach(event -> drawing.ways.put(
                            event.getId(),
                            event.getOutgoingFlows().stream()
                                    .map(SequenceFlow::getId)
                                    .toList()));
            return drawing;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean step(String kind) {
        return !NO_STEPS.contains(kind);
    }

    /** In the order of the model. */
    List<ModelOutline.Part> steps() {
        return parts.values().stream().filter(part -> step(part.tag())).toList();
    }

    ModelOutline.@Nullable Part part(String id) {
        return parts.get(id);
    }

    Optional<String> name(String id) {
        return Optional.ofNullable(parts.get(id)).map(ModelOutline.Part::name).filter(name -> !name.isBlank());
    }

    Map<String, List<String>> boundaries() {
        return ways;
    }

    /** With the boundary events that fired. */
    List<String> whole(Collection<String> elements) {
        var whole = new ArrayList<>(elements);
        ways.forEach((event, flows) -> {
            if (flows.stream().anyMatch(elements::contains)) {
                whole.add(event);
            }
        });
        return List.copyOf(whole);
    }
}
