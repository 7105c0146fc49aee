package org.relevo.project.exception;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** The words of a draft: those of the one who will go on from them. */
record DraftWords(MessageSource messages, Locale language) {

    String of(String key, Object... values) {
        return messages.getMessage("exception.draft." + key, values, language);
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(language)
                .format(day);
    }
}
