package org.relevo.incident.communication.web;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.relevo.incident.communication.Status;

/** The status page as a feed by RFC 4287. */
final class StatusFeed {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final int MOST = 50;

    private StatusFeed() {}

    private record Entry(Status.Post post) {}

    static String of(Status status, String address) {
        var entries = status.told().stream()
                .flatMap(one -> one.posts().stream().map(Entry::new))
                .sorted(Comparator.comparing((Entry entry) -> entry.post().at())
                        .thenComparing(entry -> entry.post().id())
                        .reversed())
                .limit(MOST)
                .toList();
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            element(xml, "id", id("page " + address));
            element(xml, "title", "Status");
            element(
                    xml,
                    "updated",
                    (entries.isEmpty() ? Instant.EPOCH : entries.get(0).post().at()).toString());
            link(xml, "self", address + "/feed.atom", "application/atom+xml");
            link(xml, "alternate", address, "text/html");
            xml.writeStartElement("author");
            element(xml, "name", "Relevo");
            xml.writeEndElement();
            for (var entry : entries) {
                write(xml, entry, address);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private static void write(XMLStreamWriter xml, Entry entry, String address) throws XMLStreamException {
        var post = entry.post();
        xml.writeStartElement("entry");
        element(xml, "id", id("update %d of %s".formatted(post.id(), address)));
        element(xml, "title", post.subject());
        element(xml, "published", post.at().toString());
        element(xml, "updated", post.at().toString());
        link(xml, "alternate", address + "#u" + post.id(), "text/html");
        xml.writeStartElement("content");
        xml.writeAttribute("type", "text");
        xml.writeAttribute("xml:lang", post.language());
        xml.writeCharacters(plain(post.body()));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(plain(text));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String rel, String href, String type) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("href", href);
        xml.writeAttribute("type", type);
    }

    /** The same for good, and telling nothing of the address or the case. */
    private static String id(String of) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8));
    }

    /** Without the characters that XML 1.0 has no way to write. */
    private static String plain(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "");
    }
}
