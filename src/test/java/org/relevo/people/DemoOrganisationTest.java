package org.relevo.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.relevo.platform.Refusal;
import org.relevo.platform.StartupProblem;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Whatever is changed here is rolled back: the other tests use the demo organisation. */
@IntegrationTest
@Transactional
class DemoOrganisationTest {

    @Autowired
    DemoOrganisation demo;

    @Autowired
    FirstAdministrator administrator;

    @Autowired
    People people;

    @Autowired
    PeopleRegister register;

    @Autowired
    Tokens tokens;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    private final Actor admin = Actor.system("test");

    @Test
    void everyTeamHasSomebodyOnCall() {
        assertThat(people.teams())
                .extracting(Team::key)
                .containsExactlyInAnyOrder("mes-support", "sap-operations", "workplace", "ops", "triage");
        assertThat(people.teams())
                .allSatisfy(team ->
                        assertThat(people.onCall(team.key(), clock.instant())).isPresent());
    }

    @Test
    void theServiceManagerReportsToTheDirector() {
        assertThat(people.serviceManagers("paint-shop-mes"))
                .extracting(Person::username)
                .containsExactly("marta.ruiz");
        assertThat(people.find("marta.ruiz")).map(Person::manager).contains("clara.brandt");
    }

    @Test
    void aServiceOfNobodyIsAnsweredForByEveryServiceManager() {
        assertThat(people.serviceManagers(null)).extracting(Person::username).contains("marta.ruiz");
    }

    @Test
    void whereNobodyIsServiceManagerTheAdministratorsAnswer() {
        jdbc.sql("delete from person_role where role = 'SERVICE_MANAGER'").update();
        register.create(admin, newAdministrator());
        demo.remove(admin);
        assertThat(people.serviceManagers("paint-shop-mes"))
                .extracting(Person::username)
                .contains("own.admin");
    }

    @Test
    void itStaysWhileNobodyElseCouldAdminister() {
        jdbc.sql("update person set enabled = false where not demo").update();
        assertThatThrownBy(() -> demo.remove(admin))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("ADMIN");
        assertThat(demo.isPresent()).isTrue();
    }

    @Test
    void removedItLeavesNamesThatCannotSignInAndNothingElse() {
        register.create(admin, newAdministrator());
        demo.remove(admin);
        assertThat(demo.isPresent()).isFalse();
        assertThat(people.teams()).isEmpty();
        assertThat(people.find("marta.ruiz")).hasValueSatisfying(marta -> {
            assertThat(marta.name()).isEqualTo("Marta Ruiz");
            assertThat(marta.enabled()).isFalse();
        });
        assertThat(tokens.authenticate(DemoOrganisation.TOKEN, Tokens.ALERTS)).isEmpty();
        assertThat(jdbc.sql("select count(*) from service where demo")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from project where demo")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void enteringItTwiceChangesNothing() {
        var before = register.all();
        demo.switchOn();
        assertThat(register.all()).isEqualTo(before);
    }

    @Test
    void switchedOffAndOnAgainItIsAsBefore() {
        var before = register.get("marta.ruiz");
        demo.switchOff();
        assertThat(register.get("marta.ruiz").roles()).isEmpty();
        demo.switchOn();
        assertThat(register.get("marta.ruiz")).isEqualTo(before);
        assertThat(tokens.authenticate(DemoOrganisation.TOKEN, Tokens.API)).isPresent();
    }

    @Test
    void theFirstAdministratorTakesTheDemoAdministratorsPlace() {
        jdbc.sql("update person set enabled = false where not demo").update();
        administrator.ensure("a password of my own");
        assertThat(people.find("admin"))
                .hasValueSatisfying(a -> assertThat(a.demo()).isFalse());
    }

    @Test
    void aPasswordTooShortForTheFirstAdministratorStopsTheStart() {
        jdbc.sql("update person set enabled = false where not demo").update();
        assertThatThrownBy(() -> administrator.ensure("short"))
                .isInstanceOf(StartupProblem.class)
                .hasMessageContaining("RELEVO_ADMIN_PASSWORD");
    }

    private static PersonForm newAdministrator() {
        return new PersonForm(
                "own.admin",
                "Own Admin",
                "own@example.org",
                "UTC",
                "en",
                "",
                Set.of("ADMIN"),
                Set.of(),
                true,
                "long enough");
    }
}
