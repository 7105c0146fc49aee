package org.relevo.project.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.project.Milestones;
import org.relevo.project.Project;
import org.relevo.project.ProjectDesk;
import org.relevo.project.ProjectForm;
import org.relevo.project.ProjectTolerances;
import org.relevo.project.money.Deliveries;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.relevo.support.Visitors;
import org.springframework.beans.factory.annotation.Autowired;

/** The range that a supplier's past suggests, from what was kept of it to the page; each number is reckoned by hand. */
@IntegrationTest
class SupplierRangesTest {

    private static final Actor INES =
            new Actor("ines.castro", Actor.Kind.PERSON, Set.of(Role.PROJECT_MANAGER), Set.of());

    @Autowired
    ProjectDesk desk;

    @Autowired
    Milestones milestones;

    @Autowired
    ProjectTolerances tolerances;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Warnings warnings;

    @Autowired
    Visitors visitors;

    @Autowired
    SettableClock clock;

    private final String key = "w" + UUID.randomUUID().toString().substring(0, 8);

    /** Ten days were promised of each; the project began twenty days ago, and its end was promised for its 60th day. */
    @Test
    void theRangeIsThatOfTheSupplierWhoIsWaitedForOnceEightOfItsDeliveriesCame() {
        clock.advance(Duration.ofDays(-20));
        var project = begun();
        var first = project.today(clock);
        var late = new long[10];
        for (var n = 0; n < late.length; n++) {
            late[n] = ordered("Nordrack " + key, "Rack " + n, first.plusDays(10), "");
        }
        var other = ordered("Sudrack " + key, "Rack", first.plusDays(1), "");
        clock.advance(Duration.ofDays(20));
        came(other, first.plusDays(20));
        var end = milestones.add(key, "Racks run", "", first.plusDays(60).toString(), INES);
        ordered("Nordrack " + key, "Row of racks", first.plusDays(40), String.valueOf(end));

        for (var n = 0; n < 7; n++) {
            came(late[n], first.plusDays(10 + n));
        }
        assertThat(shown()).contains("Too little history: 7 finished observations, 8 are needed");
        assertThat(time(project).high()).as("no range from seven").isNull();

        came(late[7], first.plusDays(17));
        // They took 1.0 to 1.7 of their time. Of eight, both percentiles are the ends: 20 days become 20 to 34, and
        // what
        // comes up to 14 days after its 40th day moves the end from the 60th to the 74th.
        assertThat(time(project).low()).isEqualByComparingTo("60");
        assertThat(time(project).high()).isEqualByComparingTo("74");
        assertThat(shown()).contains("8 of 10 times between 60 and 74", "8 finished observations", "Nordrack");

        came(late[8], first.plusDays(18));
        came(late[9], first.plusDays(19));
        // Of ten, they are 1.01 and 1.89: 20 days become 20.2 and 37.8, and the end the 60th and the 78th day.
        assertThat(shown()).contains("8 of 10 times between 60 and 78", "10 finished observations");
    }

    private Project begun() {
        var today = LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
        var form = new ProjectForm(key, "Kiln", "", "ines.castro", "ines.castro", "EUR", "UTC", today.toString());
        var project = desk.create(form, INES);
        tolerances.set(key, "TIME", "", "20", "AMOUNT", "The fair", INES);
        return project;
    }

    private long ordered(String supplier, String item, LocalDate promised, String milestone) {
        var typed = new HashMap<>(Map.of("supplier", supplier, "item", item, "amount", "100"));
        typed.put("promised", promised.toString());
        typed.put("milestone", milestone);
        return deliveries.add(key, typed, INES);
    }

    private void came(long delivery, LocalDate day) {
        deliveries.delivered(key, delivery, Map.of("delivered", day.toString()), INES);
    }

    private Foreseen time(Project project) {
        return warnings.foreseen(project).stream()
                .filter(one -> one.aspect().name().equals("TIME"))
                .findFirst()
                .orElseThrow();
    }

    private String shown() {
        return visitors.signedIn("marta.ruiz")
                .get("/projects/" + key + "/status")
                .page()
                .select("#forecast")
                .text();
    }
}
