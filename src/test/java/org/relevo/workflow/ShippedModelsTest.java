package org.relevo.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.relevo.workflow.guard.Catalogue;
import org.relevo.workflow.guard.ModelGuard;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** What Relevo brings is held to what it asks of others. */
class ShippedModelsTest {

    static final Catalogue CATALOGUE = ActionCatalogue.of(actions(), Set.of("p1-incident", "incident", "escalation"));

    private final ModelGuard guard = new ModelGuard(CATALOGUE);

    static Stream<Path> processes() throws IOException {
        return Files.list(Path.of("processes")).sorted();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void nothingIsSaidAgainstIt(Path file) throws IOException {
        assertThat(guard.check(Files.readAllBytes(file))).isEmpty();
    }

    @Test
    void everyActionSaysWhatItReadsInWordsAnAuthorKnows() {
        assertThat(CATALOGUE.actions()).hasSizeGreaterThan(15).allSatisfy(action -> {
            assertThat(action.label()).isNotBlank();
            assertThat(action.description()).endsWith(".");
            assertThat(Stream.concat(action.inputs().stream(), action.outputs().stream()))
                    .allSatisfy(variable -> assertThat(
                                    List.of("string", "long", "double", "boolean", "date", "enum", "list"))
                            .contains(variable.type()));
        });
    }

    @Test
    void everyStartBelongsToAModel() throws IOException {
        assertThat(ProcessContract.STARTS)
                .extracting(start -> start.process() + ".bpmn20.xml")
                .containsExactlyInAnyOrderElementsOf(
                        processes().map(file -> file.getFileName().toString()).toList());
    }

    private static List<Catalogue.Action> actions() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Action.class));
        return scan.findCandidateComponents("org.relevo.workflow").stream()
                .map(found -> named(String.valueOf(found.getBeanClassName())))
                .toList();
    }

    private static Catalogue.Action named(String className) {
        try {
            var type = Class.forName(className);
            var name = type.getSimpleName();
            return ActionCatalogue.action(Character.toLowerCase(name.charAt(0)) + name.substring(1), type);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
