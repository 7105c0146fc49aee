package org.relevo.workflow.guard;

import java.util.Optional;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The variables that a model declares: its form fields, what it repeats over, and what a called process gives back. */
final class Declarations {

    private static final String FLOWABLE = "http://flowable.org/bpmn";

    private Declarations() {}

    static Optional<String> of(String element, XMLStreamReader xml) {
        return Optional.ofNullable(
                switch (element) {
                    case "flowable:formProperty" ->
                        first(xml.getAttributeValue(null, "variable"), xml.getAttributeValue(null, "id"));
                    case "multiInstanceLoopCharacteristics" -> xml.getAttributeValue(FLOWABLE, "elementVariable");
                    case "flowable:out" -> xml.getAttributeValue(null, "target");
                    default -> null;
                });
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }
}
