package org.relevo.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.relevo.support.IntegrationTest;
import org.relevo.support.Visitors;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages and the API of the projects, as people and programs see them. */
@IntegrationTest
class ProjectPagesTest {

    @Autowired
    Visitors visitors;

    @Autowired
    Projects projects;

    @Autowired
    Plans plans;

    @Autowired
    ToleranceWatch watch;

    @Test
    void theDemoProjectShowsItsPlanAndItsSlip() {
        watch.look("atlas");
        var number = projects.get("atlas").number();
        var reader = visitors.signedIn("marta.ruiz");
        assertThat(reader.get("/projects/" + number).location()).endsWith("/projects/atlas");
        var page = reader.get("/projects/atlas").page();
        assertThat(page.select("svg.gantt .stage").eachText()).hasSize(4);
        assertThat(page.select("svg.gantt .mark.late")).isNotEmpty();
        assertThat(page.select("svg.gantt .today")).isNotEmpty();
        assertThat(page.select("#milestones tbody tr")).hasSize(8);
        assertThat(page.select("#milestones").text()).contains("17 days late", "1 day early");
        assertThat(page.select("#tolerances svg.fuse")).isNotEmpty();
        assertThat(page.select("form[action*=milestones]"))
                .as("who only reads changes nothing")
                .isEmpty();
        var list = reader.get("/projects").page();
        assertThat(list.select("tr:contains(Atlas)").text())
                .contains("Servers delivered", "17 days late", "Inés Castro");
    }

    @Test
    void aProjectIsBegunPlannedAndMovedWithoutLosingWhatWasTyped() {
        var ines = visitors.signedIn("ines.castro");
        var key = "k" + UUID.randomUUID().toString().substring(0, 8);
        var form = Map.of("key", key, "name", "", "manager", "nobody", "currency", "EUR", "zone", "Mars/One");
        var refused = ines.submit("/projects", form);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("[name=key]").val()).isEqualTo(key);
        assertThat(refused.page().select(".problem")).hasSize(3);
        var begun = ines.submit(
                "/projects",
                Map.of("key", key, "name", "Kiln", "currency", "EUR", "zone", "UTC", "sponsor", "ines.castro"));
        assertThat(begun.location()).endsWith("/projects/" + key + "?saved");
        assertThat(ines.get("/projects/" + key).page().select(".empty")).hasSize(3);
        var wrong = ines.submit("/projects/" + key + "/milestones", Map.of("name", "Go-live", "baseline", "soon"));
        assertThat(wrong.page().select("#milestone-name").val()).isEqualTo("Go-live");
        assertThat(wrong.page().select("#milestones .problem").text()).contains("2026-01-31");
        ines.submit("/projects/" + key + "/milestones", Map.of("name", "Go-live", "baseline", "2099-05-01"));
        var id = plans.milestones(key).get(0).id();
        var api = ines.with("X-CSRF-TOKEN", ines.csrf());
        var moved = api.postJson(
                "/api/v1/projects/" + key + "/milestones/" + id + "/changes",
                "{\"which\": \"FORECAST\", \"date\": \"2099-06-01\", \"reason\": \"no oven\"}");
        assertThat(moved.status()).as(moved.body()).isEqualTo(200);
        assertThat(moved.json().at("/milestone/forecast").asString()).isEqualTo("2099-06-01");
        assertThat(ines.get("/projects/" + key + "/milestones/" + id).page().text())
                .contains("no oven", "31 días tarde");
        assertThat(ines.get("/api/v1/projects/" + key)
                        .json()
                        .at("/tolerances/0/dimension")
                        .asString())
                .isEqualTo("TIME");
        var tolerance = ines.submit(
                "/projects/" + key + "/tolerances",
                Map.of("dimension", "TIME", "size", "lots", "unit", "PERCENT", "reason", "winter"));
        assertThat(tolerance.page().select("#tolerance-reason").val()).isEqualTo("winter");
        assertThat(tolerance.page().select("#tolerances details[open] .problem"))
                .hasSize(1);
    }
}
