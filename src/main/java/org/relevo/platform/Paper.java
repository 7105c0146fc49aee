package org.relevo.platform;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Objects;
import java.util.TimeZone;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.IContext;
import org.w3c.dom.Element;

/** Prints templates as PDF. The same template with the same contents at the same instant is the same file. */
@Component
public class Paper {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private final ITemplateEngine templates;
    private final Clock clock;
    private final String style;

    Paper(ITemplateEngine templates, Clock clock) {
        this.templates = templates;
        this.clock = clock;
        try {
            this.style = new ClassPathResource("templates/paper.css").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] print(String template, IContext contents) {
        return print(template, contents, null);
    }

    /** @param picture draws every {@code object} of the template; null where it has none */
    public byte[] print(String template, IContext contents, @Nullable FSObjectDrawer picture) {
        var html = Jsoup.parse(templates.process(template, contents));
        html.head().appendElement("style").appendText(style);
        var out = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder()
                .useFont(() -> Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT)), "Relevo")
                .withW3cDocument(new W3CDom().fromJsoup(html), "/")
                .toStream(out);
        if (picture != null) {
            builder.useObjectDrawerFactory(new Pictures(picture));
        }
        try (var renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            var document = renderer.getPdfDocument();
            date(document);
            document.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private record Pictures(FSObjectDrawer drawer) implements FSObjectDrawerFactory {

        @Override
        public FSObjectDrawer createDrawer(Element element) {
            return drawer;
        }

        @Override
        public boolean isReplacedObject(Element element) {
            return element.getNodeName().equals("object");
        }
    }

    private void date(PDDocument document) {
        Calendar now = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        now.setTimeInMillis(clock.millis());
        document.getDocumentInformation().setCreationDate(now);
        document.getDocumentInformation().setModificationDate(now);
        document.setDocumentId(clock.millis());
    }
}
