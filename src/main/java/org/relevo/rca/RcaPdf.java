package org.relevo.rca;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Objects;
import java.util.TimeZone;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;

/** Prints an analysis. What is printed depends on the analysis, the language and the zone alone. */
@Component
class RcaPdf {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private final PrintedRca printed;
    private final ITemplateEngine templates;
    private final Clock clock;
    private final String style;

    RcaPdf(PrintedRca printed, ITemplateEngine templates, Clock clock) {
        this.printed = printed;
        this.templates = templates;
        this.clock = clock;
        try {
            this.style = new ClassPathResource("templates/rca/pdf.css").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] print(WorkItemNumber number, Locale language, ZoneId zone) {
        var html = Jsoup.parse(templates.process("rca/pdf", printed.context(number, language, zone)));
        html.head().appendElement("style").appendText(style);
        var out = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder()
                .useFont(() -> Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT)), "Relevo")
                .withW3cDocument(new W3CDom().fromJsoup(html), "/")
                .toStream(out);
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

    private void date(PDDocument document) {
        Calendar now = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        now.setTimeInMillis(clock.millis());
        document.getDocumentInformation().setCreationDate(now);
        document.getDocumentInformation().setModificationDate(now);
        document.setDocumentId(clock.millis());
    }
}
