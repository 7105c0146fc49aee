package org.relevo.people.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.relevo.support.IntegrationTest;
import org.relevo.support.Visitors;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class SignInTest {

    @Autowired
    Visitors visitors;

    @Test
    void somebodyWhoIsNotSignedInIsSentToTheSignInPage() {
        var reply = visitors.anonymous().get("/people");
        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.location()).endsWith("/sign-in");
    }

    @Test
    void aWrongPasswordIsToldAndTheUsernameKept() {
        var reply = visitors.anonymous().signIn("marta.ruiz", "wrong");
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.page().select("[role=alert]").text()).contains("wrong");
        assertThat(reply.page().select("#username").val()).isEqualTo("marta.ruiz");
    }

    @Test
    void theRightPasswordLeadsIn() {
        var reply = visitors.anonymous().signIn("marta.ruiz", "relevo-demo");
        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.location()).doesNotContain("sign-in");
    }
}
