package org.relevo.people;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.relevo.support.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The weekly rota of a team, as it was before layers, in a schema beside the one of the other tests. */
@IntegrationTest
class WeeklyRotaMigrationTest {

    @Autowired
    DataSource source;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void drop() {
        jdbc.sql("drop schema before_layers cascade").update();
    }

    @Test
    void theWeeklyRotaBecomesTheFirstLayerAndATeamWithoutOneGetsNone() {
        migrate("4");
        jdbc.sql("""
                insert into before_layers.person (username, name, mail, password_hash, zone, created_at)
                select u, u, u, '', 'UTC', now() from unnest(array['ana', 'ben', 'cleo']) u
                """).update();
        jdbc.sql(
                        "insert into before_layers.team (key, name, zone, rota_from, handover_at) values"
                                + " ('db', 'Databases', 'Europe/Madrid', '2026-01-05', '08:30'), ('net', 'Networks', 'UTC', null, null)")
                .update();
        // Places need not begin at 0 nor follow on each other.
        jdbc.sql("insert into before_layers.team_member (team, username, rota_place) values"
                        + " ('db', 'ana', 7), ('db', 'ben', 3), ('db', 'cleo', null), ('net', 'cleo', null)")
                .update();
        migrate("6");
        assertThat(jdbc.sql("select concat_ws(' ', team, layer, length, unit, starts_on, handover_at, windows)"
                                + " from before_layers.rota_layer")
                        .query(String.class)
                        .list())
                .containsExactly("db 1 1 WEEKS 2026-01-05 08:30:00 ");
        assertThat(jdbc.sql("select username from before_layers.rota_place where team = 'db' order by place")
                        .query(String.class)
                        .list())
                .containsExactly("ben", "ana");
    }

    private void migrate(String version) {
        Flyway.configure()
                .dataSource(source)
                .schemas("before_layers")
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }
}
