package org.relevo.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelTableTests {

    private static final AlertMapping SHIPPED = ShippedRules.BOOK.tables().alertMapping();

    private static AlertMapping table(String... rows) {
        return LabelTable.of(TableFile.read(
                "tables/alert-mapping.csv",
                "source,match,service,impact,urgency\n" + String.join("\n", rows),
                List.of("source", "match", "service", "impact", "urgency")));
    }

    @Test
    void labels_name_service_impact_and_urgency() {
        var mapped =
                SHIPPED.map("alertmanager", Map.of("service", "paint-shop-mes", "severity", "critical", "job", "mes"));
        assertThat(mapped)
                .isEqualTo(new AlertMapping.Mapped(
                        "paint-shop-mes",
                        Rating.HIGH,
                        Rating.HIGH,
                        "alert-mapping rows 1 and 3: service=paint-shop-mes, severity=critical"));
    }

    @Test
    void each_severity_has_its_ratings() {
        assertThat(rated("critical")).containsExactly(Rating.HIGH, Rating.HIGH);
        assertThat(rated("error")).containsExactly(Rating.HIGH, Rating.MEDIUM);
        assertThat(rated("warning")).containsExactly(Rating.MEDIUM, Rating.MEDIUM);
        assertThat(rated("info")).containsExactly(Rating.LOW, Rating.LOW);
        assertThat(rated("page")).containsExactly(Rating.MEDIUM, Rating.MEDIUM);
    }

    private static List<Rating> rated(String severity) {
        var mapped = SHIPPED.map("grafana", Map.of("severity", severity));
        return List.of(mapped.impact(), mapped.urgency());
    }

    @Test
    void a_pagerduty_event_names_its_service_by_its_component() {
        var labels = Map.of("component", "sap", "severity", "info", "source", "host-7");
        assertThat(SHIPPED.map("pagerduty", labels).service()).isEqualTo("sap");
        assertThat(SHIPPED.map("alertmanager", labels).service()).isNull();
        assertThat(SHIPPED.map("pagerduty", Map.of("component", "sap", "service", "mes"))
                        .service())
                .isEqualTo("mes");
    }

    @Test
    void an_alert_without_labels_has_no_service_and_the_last_rows_ratings() {
        assertThat(SHIPPED.map("grafana", Map.of()))
                .isEqualTo(
                        new AlertMapping.Mapped(null, Rating.MEDIUM, Rating.MEDIUM, "alert-mapping row 7: any alert"));
        assertThat(SHIPPED.map("grafana", Map.of("service", " ")).service()).isNull();
    }

    @Test
    void the_first_matching_row_that_says_something_decides() {
        var table = table("*,a=1,one,,", "*,a=1,two,high,", "*,,three,low,low");
        var mapped = table.map("grafana", Map.of("a", "1"));
        assertThat(mapped)
                .isEqualTo(new AlertMapping.Mapped(
                        "one", Rating.HIGH, Rating.LOW, "alert-mapping rows 1, 2 and 3: a=1, any alert"));
    }

    @Test
    void all_labels_must_match_and_stars_stand_for_anything() {
        var table = table("*,host=paint-*-db job=mes,mes,,", "*,team=plant it;host=x,plant,,");
        assertThat(table.map("grafana", Map.of("host", "paint-1-db", "job", "mes"))
                        .service())
                .isEqualTo("mes");
        assertThat(table.map("grafana", Map.of("host", "paint-1-db", "job", "other"))
                        .service())
                .isNull();
        assertThat(table.map("grafana", Map.of("host", "paint-1-dbx", "job", "mes"))
                        .service())
                .isNull();
        assertThat(table.map("grafana", Map.of("host", "my-paint-1-db", "job", "mes"))
                        .service())
                .isNull();
        assertThat(table.map("grafana", Map.of("team", "plant it", "host", "x")).service())
                .isEqualTo("plant");
        assertThat(table("*,a=(.*)+,x,,").map("grafana", Map.of("a", "zz")).service())
                .isNull();
    }

    @Test
    void an_alert_that_no_row_matches_is_mapped_to_nothing() {
        assertThat(table("grafana,,x,,").map("pagerduty", Map.of()))
                .isEqualTo(new AlertMapping.Mapped(null, null, null, "no row of alert-mapping matches"));
    }

    @Test
    void a_long_label_is_cut_in_the_reason() {
        var mapped = SHIPPED.map("grafana", Map.of("service", "x".repeat(5000)));
        assertThat(mapped.because()).hasSizeLessThan(200);
    }
}
