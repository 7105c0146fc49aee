package org.relevo.project.report;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.relevo.people.People;
import org.relevo.people.Person;
import org.relevo.platform.Paper;
import org.relevo.project.Project;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;

/** Prints a report as it was issued, in the reader's language and zone. */
@Component
public class ReportPdf {

    private final Paper paper;
    private final People people;

    ReportPdf(Paper paper, People people) {
        this.paper = paper;
        this.people = people;
    }

    public byte[] print(Project project, ProgressReport report, ReportContent content, Locale language, ZoneId zone) {
        var context = new Context(language);
        var days = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(language);
        context.setVariable("project", project);
        context.setVariable("report", report);
        context.setVariable("tables", content.tables(language));
        context.setVariable("from", days.format(report.from()));
        context.setVariable("until", days.format(report.until()));
        context.setVariable(
                "issuedBy", people.find(report.issuedBy()).map(Person::name).orElse(report.issuedBy()));
        context.setVariable(
                "issuedAt",
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(language)
                        .format(report.issuedAt().atZone(zone)));
        context.setVariable("zone", zone);
        context.setVariable("line", "\n");
        if (content.points().size() < 2) {
            return paper.print("project/report-pdf", context);
        }
        var chart = new ReportChart(content.points());
        context.setVariable("most", chart.most().toPlainString());
        context.setVariable("first", days.format(content.points().get(0).day()));
        context.setVariable(
                "last",
                days.format(content.points().get(content.points().size() - 1).day()));
        return paper.print("project/report-pdf", context, chart);
    }
}
