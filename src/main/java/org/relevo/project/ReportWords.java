package org.relevo.project;

import java.util.List;
import java.util.Locale;
import org.relevo.project.ReportPart.Table;
import org.springframework.context.MessageSource;

/** The words of one part of a report, in one language: messages that begin with {@code report.} and the part's name. */
public record ReportWords(String part, MessageSource messages, Locale locale) {

    public String text(String key, Object... with) {
        return messages.getMessage("report.%s.%s".formatted(part, key), with, locale);
    }

    /** @param heads the ends of the keys of the columns' headings */
    public Table table(List<String> heads, List<List<String>> rows) {
        return new Table(
                part, text("title"), heads.stream().map(head -> text(head)).toList(), rows, text("nothing"));
    }
}
