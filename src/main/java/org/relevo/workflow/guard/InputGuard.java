package org.relevo.workflow.guard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The first layer: refuses every name that is not in the vocabulary, and every expression where none is read. */
final class InputGuard implements XmlGate.Reader {

    private static final int PROBLEMS = 200;
    private static final Set<String> FORMATS = Set.of("", "text/plain");

    /** An expression, where it stands. */
    record Site(String of, String text, Place place) {}

    /**
     * What was found in the file.
     *
     * @param declared the variables that the model itself declares
     * @param process the id of its process
     */
    record Input(
            List<ModelProblem> problems,
            List<Site> sites,
            Set<String> declared,
            @Nullable String process) {

        boolean readable() {
            return problems.stream().noneMatch(InputGuard::unreadable);
        }
    }

    private static final Set<String> UNREADABLE = Set.of(
            "TOO_LARGE", "NO_XML", "ENCODING", "DOCTYPE", "INSTRUCTION", "ENTITY", "TOO_MANY_ELEMENTS", "TOO_DEEP");

    private final Vocabulary vocabulary;
    private final List<ModelProblem> problems = new ArrayList<>();
    private final List<Site> sites = new ArrayList<>();
    private final Set<String> declared = new HashSet<>();
    private @Nullable String process;

    private InputGuard(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    static Input read(byte[] xml, Vocabulary vocabulary) {
        var guard = new InputGuard(vocabulary);
        var unsafe = XmlGate.read(xml, guard);
        var worstFirst = java.util.stream.Stream.concat(unsafe.stream(), guard.problems.stream());
        return new Input(worstFirst.limit(PROBLEMS).toList(), guard.sites, guard.declared, guard.process);
    }

    /** Of a file that is not to be handed to anything else that reads XML. */
    static boolean unreadable(ModelProblem problem) {
        return UNREADABLE.contains(problem.code());
    }

    @Override
    public void begins(XMLStreamReader xml, Place place) {
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            var namespace = xml.getNamespaceURI(i);
            if (!Vocabulary.knowsNamespace(namespace)) {
                refuse(
                        "UNKNOWN_NAMESPACE",
                        place,
                        "%s brings in the namespace %s, which Relevo does not read."
                                .formatted(place.named(), namespace),
                        "Delete what belongs to it, and its declaration.");
            }
        }
        var element = Vocabulary.name(xml.getName());
        if (!vocabulary.knows(element)) {
            refuse(
                    "UNKNOWN_ELEMENT",
                    place,
                    "<%s> at %s is not run by Relevo.".formatted(tag(xml.getName()), place.named()),
                    "Use another element, or delete it.");
            return;
        }
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attribute(element, xml.getAttributeName(i), xml.getAttributeValue(i), place);
        }
        Declarations.of(element, xml).ifPresent(declared::add);
        if (element.equals("process") && process == null) {
            process = xml.getAttributeValue(null, "id");
        }
    }

    private void attribute(String element, QName name, String value, Place place) {
        var attribute = Vocabulary.attribute(name);
        if (!vocabulary.knows(element, attribute)) {
            refuse(
                    "UNKNOWN_ATTRIBUTE",
                    place,
                    "The attribute %s of %s is not read by Relevo.".formatted(tag(name), place.named()),
                    "Delete it. <%s> may have: %s."
                            .formatted(element, String.join(", ", vocabulary.attributes(element))));
        } else if (attribute.equals("xsi:type") && !value.matches("(\\w+:)?tFormalExpression")) {
            refuse(
                    "UNKNOWN_TYPE",
                    place,
                    "%s is of the type %s.".formatted(place.named(), value),
                    "Use tFormalExpression, or delete the attribute.");
        } else if (attribute.equals("textFormat") && !FORMATS.contains(value)) {
            refuse(
                    "TEXT_FORMAT",
                    place,
                    "%s is a text of the format %s.".formatted(place.named(), value),
                    "Use text/plain.");
        } else {
            expression(element + " " + attribute, value, vocabulary.mayCompute(element, attribute), place);
        }
    }

    @Override
    public void ends(QName name, String text, Place place) {
        var element = Vocabulary.name(name);
        if (text.isBlank() || !vocabulary.knows(element)) {
            return;
        }
        if (!vocabulary.hasText(element)) {
            refuse(
                    "UNKNOWN_TEXT",
                    place,
                    "<%s> at %s has a text, which is not read.".formatted(tag(name), place.named()),
                    "Delete the text.");
        } else {
            expression(element, text, vocabulary.mayComputeText(element), place);
        }
    }

    private void expression(String where, String text, boolean read, Place place) {
        if (!text.contains("${") && !text.contains("#{")) {
            return;
        }
        if (read) {
            sites.add(new Site(where, text, place));
        } else {
            refuse(
                    "EXPRESSION_MISPLACED",
                    place,
                    "%s has an expression in %s, where none is read.".formatted(place.named(), where),
                    "Write the text itself.");
        }
    }

    private void refuse(String code, Place place, String message, String remedy) {
        problems.add(ModelProblem.error(code, place, message, remedy));
    }

    private static String tag(QName name) {
        return name.getPrefix().isEmpty() ? name.getLocalPart() : name.getPrefix() + ":" + name.getLocalPart();
    }
}
