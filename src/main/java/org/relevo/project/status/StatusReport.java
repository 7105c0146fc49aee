package org.relevo.project.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.relevo.project.Project;
import org.relevo.project.ReportPart;
import org.relevo.project.ReportWords;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What was declared last, beside what is computed now. */
@Component
class StatusReport implements ReportPart {

    private final ProjectStatus status;
    private final MessageSource messages;

    StatusReport(ProjectStatus status, MessageSource messages) {
        this.status = status;
        this.messages = messages;
    }

    @Override
    public int place() {
        return 5;
    }

    @Override
    public Table of(Project project, LocalDate from, LocalDate until, Locale locale) {
        var words = new ReportWords("status", messages, locale);
        var declared = status.declared(project);
        return words.table(
                List.of("aspect", "declared", "sentence", "computed", "reasons"),
                status.computed(project).stream()
                        .map(one -> row(one, declared.map(all -> all.of(one.aspect())), locale))
                        .toList());
    }

    private List<String> row(Computed one, java.util.Optional<Declaration.Said> said, Locale locale) {
        return List.of(
                say("aspect." + one.aspect(), locale),
                said.map(found -> say("colour." + found.colour(), locale)).orElse("–"),
                said.map(Declaration.Said::sentence).orElse(""),
                one.colour() == null ? "–" : say("colour." + one.colour(), locale),
                String.join("\n", one.reasons()));
    }

    private String say(String key, Locale locale) {
        return messages.getMessage("status." + key, null, locale);
    }
}
