package org.relevo.project;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What is to be delivered, and how far it is. */
@Component
class ScopeReport implements ReportPart {

    private final Plans plans;
    private final MessageSource messages;

    ScopeReport(Plans plans, MessageSource messages) {
        this.plans = plans;
        this.messages = messages;
    }

    @Override
    public int place() {
        return 30;
    }

    @Override
    public Table of(Project project, LocalDate from, LocalDate until, Locale locale) {
        var words = new ReportWords("scope", messages, locale);
        return words.table(
                List.of("name", "kind", "weight", "state"),
                plans.scope(project.key()).stream()
                        .map(one -> List.of(
                                one.name(),
                                messages.getMessage("project.kind." + one.kind(), null, locale),
                                one.weight().stripTrailingZeros().toPlainString(),
                                words.text("state." + one.state())))
                        .toList());
    }
}
