package org.relevo.project.earned;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Published examples of earned value, whose origin is beside them. */
class WorkedExamplesTest {

    private static final BigDecimal FOUR_DIGITS = new BigDecimal("0.0001");

    static Stream<CSVRecord> examples() {
        try (var file = Objects.requireNonNull(
                        WorkedExamplesTest.class.getResourceAsStream("/evm/worked_examples.csv"));
                var rows = CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(new java.io.InputStreamReader(file, StandardCharsets.UTF_8))) {
            return rows.getRecords().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyFigureOfTheExampleComesOut(CSVRecord row) {
        var method = row.get("EAC_method");
        var standing = new Standing(
                number(row, "BAC"),
                row.get("PV").isEmpty() ? null : number(row, "PV"),
                number(row, "EV"),
                number(row, "AC"),
                method.equals("AC+ETC") ? number(row, "ETC") : null);
        var figures = Figures.of(standing);
        if (method.contains("CPI*SPI")) {
            // Its indexes are assumed, not those of its own amounts.
            near(row, "EAC_exact", Figures.combined(standing, number(row, "CPI").multiply(number(row, "SPI"))));
            return;
        }
        Stream.of("SV", "CV", "SPI", "CPI", "TCPI")
                .forEach(name -> near(
                        row, name, Objects.requireNonNull(figures.get(name)).value()));
        var eac = Objects.requireNonNull(figures.get(
                        switch (method) {
                            case "AC+BAC-EV" -> "EAC (plan)";
                            case "AC+ETC" -> "EAC (money)";
                            default -> "EAC";
                        }))
                .value();
        near(row, "EAC_exact", eac);
        near(row, "ETC", Objects.requireNonNull(eac).subtract(standing.spent()));
        near(row, "VAC", standing.atCompletion().subtract(eac));
        if (method.equals("BAC/CPI")) {
            near(row, "ETC", Objects.requireNonNull(figures.get("ETC")).value());
            near(row, "VAC", Objects.requireNonNull(figures.get("VAC")).value());
        }
    }

    private static BigDecimal number(CSVRecord row, String column) {
        return new BigDecimal(row.get(column));
    }

    private static void near(CSVRecord row, String column, @org.jspecify.annotations.Nullable BigDecimal value) {
        if (!row.get(column).isEmpty()) {
            assertThat(value).as(column).isCloseTo(number(row, column), Offset.offset(FOUR_DIGITS));
        }
    }
}
