package org.relevo.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flowable.bpmn.converter.BpmnXMLConverter;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.Gateway;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.bpmn.model.ServiceTask;
import org.flowable.bpmn.model.TimerEventDefinition;
import org.flowable.bpmn.model.UserTask;
import org.flowable.common.engine.impl.util.io.InputStreamSource;
import org.flowable.validation.ProcessValidatorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.relevo.people.Role;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** What every process that Relevo brings must keep, checked without an engine. */
class ProcessContractTests {

    static Stream<Path> processes() throws IOException {
        return Files.list(Path.of("processes")).sorted();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void theEnginesValidatorFindsNothing(Path file) {
        assertThat(new ProcessValidatorFactory().createDefaultProcessValidator().validate(model(file)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void theFileIsNamedAfterTheProcess(Path file) {
        assertThat(file.getFileName()).hasToString(model(file).getMainProcess().getId() + ".bpmn20.xml");
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyElementIsLabelledAndLaidOut(Path file) {
        var model = model(file);
        for (var element : elements(model)) {
            if (element instanceof SequenceFlow) {
                assertThat(model.getFlowLocationGraphicInfo(element.getId()))
                        .as(element.getId())
                        .isNotEmpty();
            } else {
                assertThat(model.getGraphicInfo(element.getId()))
                        .as(element.getId())
                        .isNotNull();
                if (!(element instanceof Gateway)) {
                    assertThat(element.getName()).as(element.getId()).isNotBlank();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void serviceTasksCallActionsOfTheCatalogueOnly(Path file) {
        var actions = actions();
        for (var element : elements(model(file))) {
            if (element instanceof ServiceTask task) {
                assertThat(task.getImplementationType()).isEqualTo("delegateExpression");
                assertThat(actions).contains(task.getImplementation().replaceAll("^\\$\\{|}$", ""));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyTaskGoesToTheSupportGroupToARoleOrToOnePerson(Path file) {
        var known = Stream.concat(
                        Stream.of(TaskIntake.SUPPORT_GROUP),
                        Arrays.stream(Role.values()).map(Role::name))
                .toList();
        for (var element : elements(model(file))) {
            if (element instanceof UserTask task) {
                if (task.getAssignee() == null) {
                    assertThat(task.getCandidateGroups()).as(task.getId()).isNotEmpty();
                }
                assertThat(known).containsAll(task.getCandidateGroups());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void noDeadlineIsWrittenIntoTheDiagram(Path file) {
        for (var element : elements(model(file))) {
            if (element instanceof org.flowable.bpmn.model.Event event) {
                assertThat(event.getEventDefinitions()).noneMatch(TimerEventDefinition.class::isInstance);
            }
            if (element instanceof UserTask task) {
                assertThat(task.getDueDate()).isNull();
            }
        }
    }

    private static List<FlowElement> elements(BpmnModel model) {
        return List.copyOf(model.getMainProcess().getFlowElementMap().values());
    }

    private static BpmnModel model(Path file) {
        try {
            var bytes = Files.readAllBytes(file);
            return new BpmnXMLConverter()
                    .convertToBpmnModel(new InputStreamSource(new java.io.ByteArrayInputStream(bytes)), true, false);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Set<String> actions() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Action.class));
        return scan.findCandidateComponents("org.relevo.workflow").stream()
                .map(found -> found.getBeanClassName().replaceAll(".*\\.", ""))
                .map(name -> Character.toLowerCase(name.charAt(0)) + name.substring(1))
                .collect(Collectors.toSet());
    }
}
