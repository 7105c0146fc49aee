package org.relevo.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.project.exception.ExceptionPdf;
import org.relevo.project.exception.ExceptionReports;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.relevo.support.Visitors;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An exception report on paper: what who decides gets with the mail, and what anybody prints afterwards. */
@IntegrationTest
class ExceptionPdfTest {

    private static final Actor INES =
            new Actor("ines.castro", Actor.Kind.PERSON, Set.of(Role.PROJECT_MANAGER), Set.of());
    private static final Actor CLARA = new Actor("clara.brandt", Actor.Kind.PERSON, Set.of(Role.VIEWER), Set.of());

    @Autowired
    Visitors visitors;

    @Autowired
    ProjectDesk desk;

    @Autowired
    Projects projects;

    @Autowired
    Milestones milestones;

    @Autowired
    ExceptionReports reports;

    @Autowired
    ExceptionPdf pdf;

    @Autowired
    SettableClock clock;

    @Autowired
    ProjectTolerances tolerances;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theReportTravelsWithItsMailAndIsPrintedWithWhatWasDecided() throws Exception {
        var report = demanded();
        var page = "/exceptions/" + report;
        var ines = visitors.signedIn("ines.castro");
        ines.submit(page + "/options", Map.of("title", "Rent", "days", "2", "cost", "4000.50", "recommended", "true"));
        ines.submit(page + "/sections/RECOMMENDATION", Map.of("version", "0", "text", "Rent <b>racks</b>\nat once"));
        assertThat(ines.get(page).page().select("a[href$=/exception.pdf]")).hasSize(1);
        assertThat(ines.get(page + "/exception.pdf").status()).isEqualTo(200);
        ines.submit(page + "/submit", Map.of());
        var mailed = jdbc.sql("""
                        select a.content from outbox o join outbox_attachment a on a.mail = o.id
                        where o.work_item = ? and o.recipient = 'clara.brandt@demo.relevo.invalid'""")
                .param(report.value())
                .query((row, i) -> row.getBytes("content"))
                .list();
        assertThat(mailed).hasSize(1);
        assertThat(text(mailed.get(0)))
                .contains("Kiln", report.value(), "no oven", "Rent <b>racks</b>", "at once", "+30")
                .doesNotContain("We rent them");
        var option = reports.content(report).options().get(1).id();
        visitors.signedIn("clara.brandt")
                .submit(page + "/decision", Map.of("option", String.valueOf(option), "reason", "We rent them"));
        var printed = text(print(report, Locale.ENGLISH));
        assertThat(printed).contains("was chosen: Rent", "We rent them", "+2 ", "+4,000.50");
        assertThat(text(print(report, Locale.forLanguageTag("es")))).contains("Opciones", "We rent them", "Causa");
    }

    private byte[] print(WorkItemNumber number, Locale language) {
        var report = reports.get(number);
        return pdf.print(projects.get(report.project()), report, reports.content(number), language, ZoneOffset.UTC);
    }

    private static String text(byte[] print) throws Exception {
        try (var document = Loader.loadPDF(print)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private WorkItemNumber demanded() {
        var key = "k" + UUID.randomUUID().toString().substring(0, 8);
        desk.create(new ProjectForm(key, "Kiln", "", "ines.castro", "clara.brandt", "EUR", "UTC", day(0)), INES);
        var id = milestones.add(key, "Racks run", "", day(100), INES);
        tolerances.set(key, "TIME", "", "10", "AMOUNT", "The fair", CLARA);
        milestones.move(key, id, "FORECAST", day(130), "no oven", INES);
        return reports.find(key, null, 0, 1).get(0).number();
    }

    private String day(int days) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .plusDays(days)
                .toString();
    }
}
