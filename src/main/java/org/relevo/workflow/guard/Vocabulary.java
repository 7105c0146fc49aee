package org.relevo.workflow.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** The elements and attributes that a model may consist of, and those of them that may hold an expression. */
final class Vocabulary {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    private static final String TEXT = "#text";

    private static final Map<String, String> PREFIXES = Map.of(
            BPMN,
            "",
            "http://flowable.org/bpmn",
            "flowable:",
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "bpmndi:",
            "http://www.omg.org/spec/DD/20100524/DC",
            "dc:",
            "http://www.omg.org/spec/DD/20100524/DI",
            "di:",
            XSI,
            "xsi:",
            "http://bpmn.io/schema/bpmn/biocolor/1.0",
            "bioc:",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0",
            "color:");

    private final Map<String, Set<String>> elements = new HashMap<>();
    private final Set<String> expressions = new HashSet<>();

    Vocabulary() {
        try (var file = Objects.requireNonNull(Vocabulary.class.getResourceAsStream("/designer/vocabulary.txt"))) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "))
                    .forEach(this::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(String line) {
        var words = List.of(line.split(" "));
        var attributes = new HashSet<String>();
        for (var word : words.subList(1, words.size())) {
            var name = word.endsWith("$") ? word.substring(0, word.length() - 1) : word;
            attributes.add(name);
            if (word.endsWith("$")) {
                expressions.add(words.get(0) + " " + name);
            }
        }
        elements.put(words.get(0), attributes);
    }

    static boolean knowsNamespace(@Nullable String namespace) {
        return namespace == null || PREFIXES.containsKey(namespace);
    }

    /** The name with the prefix that the vocabulary uses, whichever the model has. */
    static String name(QName name) {
        var prefix = name.getNamespaceURI().isEmpty() ? "?" : PREFIXES.getOrDefault(name.getNamespaceURI(), "?");
        return prefix + name.getLocalPart();
    }

    /** An attribute without a prefix belongs to its element. */
    static String attribute(QName name) {
        return name.getNamespaceURI().isEmpty() ? name.getLocalPart() : name(name);
    }

    boolean knows(String element) {
        return elements.containsKey(element);
    }

    boolean knows(String element, String attribute) {
        return elements.getOrDefault(element, Set.of()).contains(attribute);
    }

    boolean hasText(String element) {
        return knows(element, TEXT);
    }

    boolean mayCompute(String element, String attribute) {
        return expressions.contains(element + " " + attribute);
    }

    boolean mayComputeText(String element) {
        return mayCompute(element, TEXT);
    }

    /** For a remedy: what the element may have. */
    List<String> attributes(String element) {
        return Arrays.asList(elements.getOrDefault(element, Set.of()).stream()
                .filter(name -> !name.equals(TEXT))
                .sorted()
                .toArray(String[]::new));
    }
}
