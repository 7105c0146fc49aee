package org.relevo.people;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.relevo.platform.Refusal;

class ActorTest {

    private final Actor agent = new Actor("lena", Actor.Kind.PERSON, Set.of(Role.AGENT), Set.of());

    @Test
    void oneOfTheRolesAskedForIsEnough() {
        assertThatCode(() -> agent.require(Role.ADMIN, Role.AGENT)).doesNotThrowAnyException();
    }

    @Test
    void whoHasNoneOfTheRolesIsToldWhichOneIsMissing() {
        assertThatThrownBy(() -> agent.require(Role.ADMIN, Role.RULE_ADMIN))
                .isInstanceOf(Refusal.NotAllowed.class)
                .hasMessageContaining("lena")
                .hasMessageContaining("ADMIN or RULE_ADMIN");
    }

    @Test
    void somebodyWithoutRolesMayNothing() {
        var nobody = new Actor("new", Actor.Kind.PERSON, Set.of(), Set.of());
        assertThatThrownBy(() -> nobody.require(Role.values())).isInstanceOf(Refusal.NotAllowed.class);
    }

    @Test
    void relevoItselfMayDoWhatRulesDecide() {
        assertThatCode(() -> Actor.system("rules").require(Role.ADMIN)).doesNotThrowAnyException();
    }
}
