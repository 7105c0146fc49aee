package org.relevo.project.raid;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.relevo.people.People;
import org.relevo.people.Person;
import org.relevo.project.Project;
import org.relevo.project.ReportPart;
import org.relevo.project.ReportWords;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The gravest risks in a progress report. */
@Component
class RisksReport implements ReportPart {

    private static final int MOST = 20;

    private final RaidRows rows;
    private final People people;
    private final MessageSource messages;

    RisksReport(RaidRows rows, People people, MessageSource messages) {
        this.rows = rows;
        this.people = people;
        this.messages = messages;
    }

    @Override
    public int place() {
        return 65;
    }

    @Override
    public Table of(Project project, LocalDate from, LocalDate until, Locale locale) {
        var words = new ReportWords("risks", messages, locale);
        return words.table(
                List.of("name", "before", "after", "response", "owner", "proximity"),
                rows.risks(project.key()).stream()
                        .filter(Risk::open)
                        .limit(MOST)
                        .map(one -> List.of(
                                one.title(),
                                String.valueOf(one.before().score()),
                                String.valueOf(one.after().score()),
                                messages.getMessage("risk.response." + one.response(), null, locale),
                                people.find(one.owner()).map(Person::name).orElse(one.owner()),
                                one.proximity() == null ? "–" : one.proximity().toString()))
                        .toList());
    }
}
