package org.relevo.project.exception;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.relevo.people.People;
import org.relevo.people.Person;
import org.relevo.platform.Paper;
import org.relevo.project.Dimension;
import org.relevo.project.Plans;
import org.relevo.project.Project;
import org.relevo.project.Stage;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;

/** Prints an exception report as it stands, in the reader's language and zone. */
@Component
public class ExceptionPdf {

    private final Paper paper;
    private final People people;
    private final Plans plans;

    ExceptionPdf(Paper paper, People people, Plans plans) {
        this.paper = paper;
        this.people = people;
        this.plans = plans;
    }

    /** What a template calls to say names, numbers and instants as the reader writes them. */
    public record Said(People people, Locale language, ZoneId zone) {

        public String name(@Nullable String username) {
            return username == null
                    ? "–"
                    : people.find(username).map(Person::name).orElse(username);
        }

        public String number(BigDecimal number) {
            var format = NumberFormat.getNumberInstance(language);
            format.setMaximumFractionDigits(2);
            return format.format(number);
        }

        /** With its sign: a departure from what was promised. */
        public String beyond(BigDecimal number) {
            return (number.signum() > 0 ? "+" : "") + number(number);
        }

        /** As {@link #beyond}, to the cent. */
        public String cost(BigDecimal amount) {
            var format = NumberFormat.getNumberInstance(language);
            format.setMinimumFractionDigits(2);
            format.setMaximumFractionDigits(2);
            return (amount.signum() > 0 ? "+" : "") + format.format(amount);
        }

        public String at(Instant instant) {
            return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                    .withLocale(language)
                    .format(instant.atZone(zone));
        }
    }

    public byte[] print(
            Project project, ExceptionReport report, ExceptionContent content, Locale language, ZoneId zone) {
        var context = new Context(language);
        context.setVariable("project", project);
        context.setVariable("report", report);
        context.setVariable("content", content);
        context.setVariable("sections", ExceptionSection.values());
        context.setVariable("said", new Said(people, language, zone));
        context.setVariable("time", report.dimension() == Dimension.TIME);
        context.setVariable("money", report.dimension() == Dimension.COST);
        context.setVariable(
                "stage",
                plans.stages(project.key()).stream()
                        .filter(one -> report.stage() != null && one.id() == report.stage())
                        .map(Stage::name)
                        .findFirst()
                        .orElse(null));
        var decision = report.decision();
        context.setVariable(
                "chosen",
                decision == null ? null : content.option(decision.option()).orElse(null));
        context.setVariable("line", "\n");
        return paper.print("exception/report-pdf", context);
    }
}
