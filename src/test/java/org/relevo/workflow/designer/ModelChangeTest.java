package org.relevo.workflow.designer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.relevo.workflow.designer.ModelChange.Kind;

class ModelChangeTest {

    private final String model = Models.empty("sample", "Sample \"one\" & <two>");

    @Test
    void nothingDiffersFromItself() throws IOException {
        var shipped = Files.readString(Path.of("processes/p1-incident.bpmn20.xml"));
        assertThat(ModelChange.between(shipped, shipped)).isEmpty();
        assertThat(ModelChange.between(model, model)).isEmpty();
    }

    @Test
    void whatIsWrittenElsewhereInTheFileIsTheSame() {
        var start = "<startEvent id=\"started\" name=\"Started\"/>";
        var moved = model.replace(start, "").replace("</process>", start + "</process>");
        assertThat(ModelChange.between(model, moved)).isEmpty();
    }

    @Test
    void incomingAndOutgoingFlowsThatAnEditorWritesAreNoChange() {
        var written = model.replace(
                "name=\"Started\"/>", "name=\"Started\"><outgoing>startedToEnded</outgoing></startEvent>");
        assertThat(ModelChange.between(model, written)).isEmpty();
    }

    @Test
    void whatWasAddedRemovedChangedAndMovedIsToldByItsId() {
        var other = model.replace("<endEvent id=\"ended\" name=\"Ended\"/>", "<endEvent id=\"over\" name=\"Over\"/>")
                .replace("name=\"Started\"", "name=\"Begun\"")
                .replace("x=\"460\" y=\"178\"", "x=\"480\" y=\"178\"");
        assertThat(ModelChange.between(model, other))
                .extracting(ModelChange::kind, ModelChange::element)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(Kind.REMOVED, "ended"),
                        org.assertj.core.groups.Tuple.tuple(Kind.ADDED, "over"),
                        org.assertj.core.groups.Tuple.tuple(Kind.CHANGED, "started"),
                        org.assertj.core.groups.Tuple.tuple(Kind.MOVED, "startedToEnded"));
    }

    @Test
    void aChangeSaysWhatItWasAndWhatItIs() {
        var other = model.replace("name=\"Started\"", "name=\"Begun\"");
        assertThat(ModelChange.between(model, other)).singleElement().satisfies(change -> {
            assertThat(change.was()).containsExactly("id=started name=Started");
            assertThat(change.is()).containsExactly("id=started name=Begun");
        });
    }
}
