package org.relevo.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relevo.people.Actor;
import org.relevo.people.TeamForm;
import org.relevo.people.Teams;
import org.relevo.platform.Finding;
import org.relevo.rules.Priority;
import org.relevo.support.Cases;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.relevo.support.Visitors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class UncoveredRotasTests {

    private static final String TEAM = "gap-test";

    @Autowired
    UncoveredRotas rotas;

    @Autowired
    Teams teams;

    @Autowired
    Visitors visitors;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Cases cases;

    @BeforeEach
    void aTeamOfOne() {
        teams.create(
                Actor.system("test"),
                new TeamForm(TEAM, "Gap test", "UTC", today().minusDays(8).toString(), "08:00", "nadia.lund"));
    }

    @AfterEach
    void removeIt() {
        jdbc.sql("update work_item set team = 'triage' where team = ?")
                .param(TEAM)
                .update();
        jdbc.sql("delete from absence where username = 'nadia.lund'").update();
        jdbc.sql("delete from team where key = ?").param(TEAM).update();
        // A change that changes nothing, so that what was deleted is not remembered.
        teams.change(Actor.system("test"), "ops", new TeamForm("ops", "Operations", "Europe/Madrid", "", "", ""));
    }

    @Test
    void aGapOfTheNextDayIsFoundForATeamWithAP1AndNotForOneWithAP3() {
        visitors.signedIn("nadia.lund")
                .submit(
                        "/account/absences",
                        Map.of(
                                "from", today().minusDays(1) + "T00:00",
                                "to", today().plusDays(3) + "T00:00"));
        giveTo(Priority.P3);
        assertThat(gaps()).isEmpty();
        giveTo(Priority.P1);
        assertThat(gaps()).isNotEmpty().allSatisfy(gap -> {
            assertThat(gap.text()).contains("Gap test", "Nobody is on call: Nadia Lund is absent");
            assertThat(gap.path()).isEqualTo("/teams/gap-test");
        });
    }

    @Test
    void aTeamWhoseRotaIsCoveredHasNone() {
        giveTo(Priority.P1);
        assertThat(gaps()).isEmpty();
    }

    private void giveTo(Priority priority) {
        jdbc.sql("update work_item set team = ? where number = ?")
                .params(TEAM, cases.raise(priority).number().value())
                .update();
    }

    private List<Finding.Example> gaps() {
        return rotas.inspect(clock.instant()).stream()
                .filter(finding -> finding.kind().equals("rota-gap"))
                .flatMap(finding -> finding.examples().stream())
                .filter(example -> example.text().startsWith("Gap test"))
                .toList();
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
