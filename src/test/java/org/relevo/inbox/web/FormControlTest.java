package org.relevo.inbox.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relevo.inbox.FormField;
import org.relevo.platform.Refusal;

class FormControlTest {

    @ParameterizedTest
    @CsvSource({
        "string, line, text",
        "string, workaroundText, area",
        "string, summary, area",
        "long, hours, number",
        "double, cost, number",
        "date, until, date",
        "boolean, permanent, check",
        "enum, certainty, select"
    })
    void aFieldIsShownByItsType(String type, String id, String control) {
        var form = List.of(new FormField(id, "Field", type, false, Map.of(), null));
        assertThat(FormControl.of(form, null, null))
                .singleElement()
                .satisfies(shown -> assertThat(shown.control()).isEqualTo(control));
    }

    @Test
    void whatWasRefusedKeepsItsValueAndItsProblem() {
        var form = List.of(new FormField("hours", "Hours", "long", true, Map.of(), "1"));
        var refused = new Refusal.Invalid("hours", "“x” is not a number.");
        assertThat(FormControl.of(form, Map.of("hours", "x"), refused))
                .singleElement()
                .satisfies(shown -> {
                    assertThat(shown.value()).isEqualTo("x");
                    assertThat(shown.problem()).isEqualTo("“x” is not a number.");
                });
    }
}
