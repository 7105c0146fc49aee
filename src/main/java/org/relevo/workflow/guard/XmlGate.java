package org.relevo.workflow.guard;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a file as XML and nothing but: no document type, no entities of its own, no instructions, and not too much. */
final class XmlGate {

    static final int BYTES = 1024 * 1024;
    static final int ELEMENTS = 2_000;
    static final int DRAWN_ELEMENTS = 20_000;
    static final int DEPTH = 64;

    /** Elements of BPMN that may have ids, but belong to the one around them. */
    private static final Set<String> PARTS = Set.of(
            "documentation",
            "extensionElements",
            "conditionExpression",
            "multiInstanceLoopCharacteristics",
            "loopCardinality",
            "completionCondition",
            "timeDate",
            "timeDuration",
            "timeCycle");

    /** Is told what is read; nothing more comes once the file was refused. */
    interface Reader {
        void begins(XMLStreamReader xml, Place place);

        /** @param text all that stands in the element itself, whatever stood between */
        void ends(QName name, String text, Place place);
    }

    private record Open(QName name, Place place, StringBuilder text) {}

    private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    private final List<ModelProblem> problems = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private final Reader reader;
    private int modelled;
    private int drawn;

    private XmlGate(Reader reader) {
        this.reader = reader;
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("Nothing outside the file is read.");
        });
    }

    static List<ModelProblem> read(byte[] xml, Reader reader) {
        return new XmlGate(reader).read(xml);
    }

    private List<ModelProblem> read(byte[] xml) {
        if (xml.length > BYTES) {
            return List.of(ModelProblem.error(
                    "TOO_LARGE",
                    Place.MODEL,
                    "The model has %,d bytes; at most %,d are read.".formatted(xml.length, BYTES),
                    "Divide it into processes that call each other."));
        }
        try {
            var events = factory.createXMLStreamReader(new ByteArrayInputStream(xml), StandardCharsets.UTF_8.name());
            encodedInUtf8(events);
            while (problems.isEmpty() && events.hasNext()) {
                next(events.next(), events);
            }
            events.close();
        } catch (XMLStreamException e) {
            var at = e.getLocation();
            refuse(
                    "NO_XML",
                    new Place(null, at == null ? 0 : at.getLineNumber(), at == null ? 0 : at.getColumnNumber()),
                    "This is no well-formed XML: " + firstLine(e),
                    "Export the model again, or mend the place that is named.");
        }
        return problems;
    }

    private static String firstLine(XMLStreamException e) {
        var lines = String.valueOf(e.getMessage()).lines().toList();
        return lines.get(lines.size() - 1).replaceFirst("^Message: ", "");
    }

    private void encodedInUtf8(XMLStreamReader events) {
        var declared = events.getCharacterEncodingScheme();
        if (declared != null && !declared.toUpperCase(Locale.ROOT).equals("UTF-8")) {
            refuse(
                    "ENCODING",
                    Place.MODEL,
                    "The model says that it is encoded in " + declared + ".",
                    "Save it in UTF-8.");
        }
    }

    private void next(int event, XMLStreamReader xml) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> begin(xml);
            case XMLStreamConstants.END_ELEMENT -> {
                var ended = open.pop();
                reader.ends(ended.name(), ended.text().toString(), ended.place());
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                if (!open.isEmpty()) {
                    open.peek().text().append(xml.getText());
                }
            }
            case XMLStreamConstants.COMMENT, XMLStreamConstants.START_DOCUMENT, XMLStreamConstants.END_DOCUMENT -> {}
            case XMLStreamConstants.DTD,
                    XMLStreamConstants.ENTITY_DECLARATION,
                    XMLStreamConstants.NOTATION_DECLARATION ->
                refuse(
                        "DOCTYPE",
                        here(xml),
                        "A model has no document type.",
                        "Delete the line that begins with <!DOCTYPE.");
            case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                refuse(
                        "INSTRUCTION",
                        here(xml),
                        "A model has no processing instructions, but <?" + xml.getPITarget() + "?>.",
                        "Delete it.");
            default ->
                refuse(
                        "ENTITY",
                        here(xml),
                        "A model has no entities of its own.",
                        "Write the text itself in its place.");
        }
    }

    private void begin(XMLStreamReader xml) {
        if (xml.getNamespaceURI() != null && xml.getNamespaceURI().equals(Vocabulary.BPMN)) {
            modelled++;
        }
        if (++drawn > DRAWN_ELEMENTS || modelled > ELEMENTS) {
            refuse(
                    "TOO_MANY_ELEMENTS",
                    here(xml),
                    "The model has more than %,d elements.".formatted(modelled > ELEMENTS ? ELEMENTS : DRAWN_ELEMENTS),
                    "Divide it into processes that call each other.");
            return;
        }
        var place = place(xml);
        if (open.size() >= DEPTH) {
            refuse(
                    "TOO_DEEP",
                    place,
                    "%s is nested more than %d levels deep.".formatted(place.named(), DEPTH),
                    "Nest less.");
            return;
        }
        open.push(new Open(xml.getName(), place, new StringBuilder()));
        reader.begins(xml, place);
    }

    private void refuse(String code, Place place, String message, String remedy) {
        problems.add(ModelProblem.error(code, place, message, remedy));
    }

    private Place here(XMLStreamReader xml) {
        return new Place(
                open.isEmpty() ? null : open.peek().place().element(),
                xml.getLocation().getLineNumber(),
                xml.getLocation().getColumnNumber());
    }

    /** What is not drawn by itself is named by the element that it belongs to. */
    private Place place(XMLStreamReader xml) {
        var id = drawnByItself(xml) ? xml.getAttributeValue(null, "id") : xml.getAttributeValue(null, "bpmnElement");
        var around = here(xml).element();
        return new Place(
                id != null ? id : around != null ? around : xml.getLocalName(),
                xml.getLocation().getLineNumber(),
                xml.getLocation().getColumnNumber());
    }

    private static boolean drawnByItself(XMLStreamReader xml) {
        return Vocabulary.BPMN.equals(xml.getNamespaceURI())
                && !xml.getLocalName().endsWith("EventDefinition")
                && !PARTS.contains(xml.getLocalName());
    }
}
