package org.relevo.workflow.guard;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.stream.Stream;
import org.flowable.bpmn.converter.BpmnXMLConverter;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.HasExecutionListeners;
import org.flowable.bpmn.model.ScriptTask;
import org.flowable.bpmn.model.ServiceTask;
import org.flowable.bpmn.model.SubProcess;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/**
 * Whatever is uploaded is judged quickly and without failing; and what is let through holds nothing that runs, as the
 * engine's own reader sees it. From the shipped models and the attacks, for a minute, guided by what is covered.
 */
class UploadFuzzIT {

    private final ModelGuard guard = new ModelGuard(AttackCorpusTest.CATALOGUE);

    /** The engine's reader says of each broken file at length why it cannot read it. */
    @BeforeAll
    static void quiet() {
        ((Logger) LoggerFactory.getLogger("org.flowable")).setLevel(Level.OFF);
    }

    static Stream<Arguments> seeds() throws IOException {
        try (var shipped = Files.list(Path.of("processes"))) {
            return Stream.concat(
                            shipped.sorted().toList().stream().map(UploadFuzzIT::bytes),
                            Attacks.all().map(Attacks.Attack::bytes))
                    .map(Arguments::of);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "60s")
    void aFileIsRefusedOrHoldsNothingThatRuns(byte[] file) {
        var begun = System.nanoTime();
        var problems = guard.check(file);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        if (problems.stream().noneMatch(ModelProblem::error)) {
            var model = new BpmnXMLConverter()
                    .convertToBpmnModel(() -> new ByteArrayInputStream(file), false, false, "UTF-8");
            model.getProcesses().forEach(process -> {
                harmless(process);
                process.getFlowElements().forEach(UploadFuzzIT::inert);
            });
        }
    }

    private static void inert(FlowElement element) {
        assertThat(element).isNotInstanceOf(ScriptTask.class);
        harmless((HasExecutionListeners) element);
        if (element instanceof ServiceTask task) {
            assertThat(task.getImplementationType()).isEqualTo("delegateExpression");
            assertThat(task.getImplementation()).isEqualTo("${act}");
        }
        if (element instanceof SubProcess inner) {
            Collection<FlowElement> parts = inner.getFlowElements();
            parts.forEach(UploadFuzzIT::inert);
        }
    }

    private static void harmless(HasExecutionListeners element) {
        assertThat(element.getExecutionListeners()).isEmpty();
    }
}
