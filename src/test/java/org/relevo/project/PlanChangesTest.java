package org.relevo.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relevo.support.IntegrationTest;
import org.relevo.support.Visitors;
import org.springframework.beans.factory.annotation.Autowired;

/** Parts of a plan get other names and go, as whoever leads or pays for the project sees it. */
@IntegrationTest
class PlanChangesTest {

    @Autowired
    Visitors visitors;

    @Autowired
    Plans plans;

    private final String key = "k" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void aProject() {
        var ines = visitors.signedIn("ines.castro");
        ines.submit("/projects", Map.of("key", key, "name", "Kiln", "currency", "EUR", "zone", "UTC"));
        var stage = Map.of("name", "Pilot", "start", "2099-01-01", "end", "2099-03-01");
        assertThat(ines.submit("/projects/" + key + "/stages", stage).status()).isEqualTo(302);
        var milestone = new HashMap<>(Map.of("name", "Go-live", "baseline", "2099-02-01"));
        milestone.put("stage", String.valueOf(plans.stages(key).get(0).id()));
        assertThat(ines.submit("/projects/" + key + "/milestones", milestone).status())
                .isEqualTo(302);
    }

    @Test
    void aPartIsRenamedOnceAndTheTimelineKeepsWhy() {
        var ines = visitors.signedIn("ines.castro");
        var id = plans.milestones(key).get(0).id();
        var address = "/projects/" + key + "/plan/milestones/" + id + "/name";
        var unexplained = ines.submit(address, Map.of("name", "Opening", "reason", ""));
        assertThat(unexplained.status()).isEqualTo(422);
        assertThat(unexplained.page().select("details[open] input[value=Opening]"))
                .hasSize(1);
        for (var press = 0; press < 2; press++) {
            assertThat(ines.submit(address, Map.of("name", "Opening", "reason", "the board calls it so"))
                            .status())
                    .isEqualTo(302);
        }
        assertThat(plans.milestones(key).get(0).name()).isEqualTo("Opening");
        var page = ines.get("/projects/" + key).page();
        assertThat(page.select("#timeline").text().split("Go-live → Opening", -1))
                .as("told once")
                .hasSize(2);
        assertThat(page.select("#timeline").text()).contains("the board calls it so");
    }

    @Test
    void whatSomethingRestsOnStaysAndTheRestGoesOnceItIsConfirmed() {
        var ines = visitors.signedIn("ines.castro");
        var of = "/projects/" + key + "/plan/";
        var stage = of + "stages/" + plans.stages(key).get(0).id() + "/delete";
        var milestone = of + "milestones/" + plans.milestones(key).get(0).id() + "/delete";
        var sure = Map.of("reason", "not needed", "confirmed", "true");
        var refused = ines.submit(stage, sure);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#stages .problem").text()).contains("Pilot", "a milestone, \"Go-live\"");
        assertThat(ines.submit(milestone, Map.of("reason", "not needed")).status())
                .as("unconfirmed")
                .isEqualTo(422);
        assertThat(visitors.signedIn("marta.ruiz").submit(milestone, sure).status())
                .isEqualTo(403);
        assertThat(ines.submit(milestone, sure).status()).isEqualTo(302);
        assertThat(ines.submit(milestone, sure).status()).as("gone").isEqualTo(404);
        var api = ines.with("X-CSRF-TOKEN", ines.csrf());
        var gone = api.postJson("/api/v1" + stage, "{\"reason\": \"not needed\", \"confirmed\": \"true\"}");
        assertThat(gone.status()).as(gone.body()).isEqualTo(204);
        assertThat(plans.stages(key)).isEmpty();
        assertThat(ines.get("/projects/" + key).page().select("#timeline").text())
                .contains("Milestone deleted: Go-live", "Stage deleted: Pilot", "not needed");
    }
}
