package org.relevo.workflow.guard;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** A model by its elements: what each of them says, and where it is drawn, in whatever order they are written. */
public final class ModelOutline {

    /**
     * An element.
     *
     * @param says its attributes and what belongs to it, line by line
     * @param drawn where, as numbers
     */
    public record Part(String id, String tag, @Nullable String name, List<String> says, String drawn) {}

    private static final Set<String> KEPT_BY_OTHERS = Set.of("incoming", "outgoing", "flowNodeRef");

    private final Map<String, Part> parts = new LinkedHashMap<>();
    private @Nullable String process;
    private @Nullable String name;

    private ModelOutline() {}

    /** What can be read of a file; nothing of one that is no XML. */
    public static ModelOutline of(byte[] xml) {
        var outline = new ModelOutline();
        var reading = new Reading();
        XmlGate.read(xml, reading);
        reading.open.forEach((id, element) -> outline.parts.put(
                id,
                new Part(
                        id,
                        element.tag,
                        element.name,
                        List.copyOf(element.says),
                        String.join(" ", reading.drawn.getOrDefault(id, List.of())))));
        outline.process = reading.process;
        outline.name = reading.name;
        return outline;
    }

    public Map<String, Part> parts() {
        return parts;
    }

    /** The id of its process. */
    public @Nullable String process() {
        return process;
    }

    public @Nullable String name() {
        return name;
    }

    private static class Element {

        private final String tag;
        private final @Nullable String name;
        private final List<String> says = new ArrayList<>();

        Element(String tag, @Nullable String name) {
            this.tag = tag;
            this.name = name;
        }
    }

    private static class Reading implements XmlGate.Reader {

        private final Map<String, Element> open = new LinkedHashMap<>();
        private final Map<String, List<String>> drawn = new LinkedHashMap<>();
        private final Deque<String> around = new ArrayDeque<>();
        private @Nullable String process;
        private @Nullable String name;

        @Override
        public void begins(XMLStreamReader xml, Place place) {
            var tag = Vocabulary.name(xml.getName());
            var id = String.valueOf(place.element());
            around.push(id);
            if (tag.startsWith("dc:") || tag.startsWith("di:")) {
                drawn.computeIfAbsent(id, key -> new ArrayList<>()).add(attributes(xml, false));
            } else if (!tag.startsWith("bpmndi:") && !KEPT_BY_OTHERS.contains(tag)) {
                var element = open.computeIfAbsent(id, key -> new Element(tag, xml.getAttributeValue(null, "name")));
                element.says.add((tag.equals(element.tag) ? "" : tag + " ") + attributes(xml, true));
            }
            if (tag.equals("process") && process == null) {
                process = xml.getAttributeValue(null, "id");
                name = xml.getAttributeValue(null, "name");
            }
        }

        private static String attributes(XMLStreamReader xml, boolean named) {
            var attributes = new TreeMap<String, String>();
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                attributes.put(Vocabulary.attribute(xml.getAttributeName(i)), xml.getAttributeValue(i));
            }
            return named
                    ? String.join(
                            " ",
                            attributes.entrySet().stream()
                                    .map(one -> one.getKey() + "=" + one.getValue())
                                    .toList())
                    : String.join(
                            ",",
                            attributes.values().stream()
                                    .map(value -> value.replaceFirst("\\.0+$", ""))
                                    .toList());
        }

        @Override
        public void ends(QName tag, String text, Place place) {
            var id = around.pop();
            var element = open.get(id);
            if (!text.isBlank() && element != null && !KEPT_BY_OTHERS.contains(Vocabulary.name(tag))) {
                element.says.add(Vocabulary.name(tag) + ": " + text.strip());
            }
        }
    }
}
