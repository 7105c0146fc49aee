package org.relevo.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class WhenTest {

    private static final Instant NOW = Instant.parse("2026-11-22T22:30:00Z");

    private final When when = when(Locale.ENGLISH);

    @ParameterizedTest
    @CsvSource({
        "PT40S, 40 s",
        "PT59M59S, 59 min",
        "PT1H, 1 h",
        "PT1H28M, 1 h 28 min",
        "PT76H10M, 3 d 4 h",
        "PT-12M, 12 min over"
    })
    void aDurationIsSaidByItsTwoLargestUnits(Duration left, String words) {
        assertThat(when.left(left)).isEqualTo(words);
    }

    @Test
    void todayIsTheDayOfThePersonWhoLooks() {
        assertThat(when.at(Instant.parse("2026-11-22T22:59:00Z"))).isEqualTo("23:59");
        assertThat(when.at(Instant.parse("2026-11-22T23:01:00Z"))).isEqualTo("Mon 23 Nov 00:01");
        assertThat(when.day(Instant.parse("2026-11-21T12:00:00Z"))).isEqualTo("Yesterday");
        assertThat(when(Locale.forLanguageTag("es")).day(Instant.parse("2026-11-21T12:00:00Z")))
                .isEqualTo("Ayer");
    }

    @Test
    void aShareJustUnderTheWholeIsNotShownAsTheWhole() {
        assertThat(when.percent(0.99951)).isEqualTo(99);
        assertThat(when.percent(1)).isEqualTo(100);
    }

    private static When when(Locale locale) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new When(NOW, ZoneId.of("Europe/Madrid"), locale, messages);
    }
}
