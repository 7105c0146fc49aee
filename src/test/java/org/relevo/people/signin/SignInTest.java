package org.relevo.people.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.relevo.people.Actor;
import org.relevo.people.PeopleRegister;
import org.relevo.people.PersonForm;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.relevo.support.Visitors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class SignInTest {

    @Autowired
    Visitors visitors;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PeopleRegister register;

    @Test
    void somebodyWhoIsNotSignedInIsSentToTheSignInPage() {
        var reply = visitors.anonymous().get("/people");
        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.location()).endsWith("/sign-in");
    }

    @Test
    void anHtmxRequestOfAnEndedSessionReloadsTheWholePage() {
        var reply = visitors.anonymous().with("HX-Request", "true").get("/people");
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("HX-Redirect")).isEqualTo("/sign-in");
    }

    @Test
    void aWrongPasswordIsToldAndTheUsernameKept() {
        var reply = visitors.anonymous().signIn("marta.ruiz", "wrong");
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.page().select("[role=alert]").text()).contains("wrong");
        assertThat(reply.page().select("#username").val()).isEqualTo("marta.ruiz");
    }

    @Test
    void anUnknownUsernameGetsTheSameAnswerAsAWrongPassword() {
        var unknown = visitors.anonymous()
                .signIn("nobody.here", "wrong")
                .page()
                .select("[role=alert]")
                .text();
        var known = visitors.anonymous()
                .signIn("marta.ruiz", "wrong")
                .page()
                .select("[role=alert]")
                .text();
        assertThat(unknown).isEqualTo(known);
    }

    @Test
    void theRightPasswordLeadsToThePageThatWasAskedFor() {
        var visitor = visitors.anonymous();
        visitor.get("/services");
        var reply = visitor.signIn("marta.ruiz", "relevo-demo");
        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.location()).contains("/services");
        assertThat(visitor.get("/services").status()).isEqualTo(200);
    }

    @Test
    void theSessionChangesItsIdAtSignIn() {
        var visitor = visitors.anonymous();
        var before = visitor.get("/sign-in").header("Set-Cookie");
        var after = visitor.signIn("marta.ruiz", "relevo-demo").header("Set-Cookie");
        assertThat(after).contains("HttpOnly").contains("SameSite=Lax").isNotEqualTo(before);
    }

    @Test
    void aFormWithoutItsCsrfTokenDoesNothing() {
        var reply = visitors.anonymous()
                .submitBare("/sign-in", Map.of("username", "marta.ruiz", "password", "relevo-demo"));
        assertThat(reply.location()).contains("/sign-in");
    }

    @Test
    void whoSignsOutIsOut() {
        var visitor = visitors.signedIn("marta.ruiz");
        assertThat(visitor.submit("/logout", Map.of()).location()).contains("signed-out");
        assertThat(visitor.get("/people").status()).isEqualTo(302);
    }

    @Test
    void afterTenFailuresAnAccountWaitsEvenWithTheRightPassword() {
        var visitor = visitors.anonymous();
        for (var failure = 0; failure < SignInLimit.PER_ACCOUNT; failure++) {
            assertThat(visitor.signIn("samuel.okafor", "wrong").status()).isEqualTo(401);
        }
        var reply = visitor.signIn("samuel.okafor", "relevo-demo");
        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.header("Retry-After")).isEqualTo("900");
        assertThat(reply.page().select("[role=alert]").text()).contains("15 minutes");

        clock.advance(SignInLimit.WINDOW.plusSeconds(1));
        assertThat(visitor.signIn("samuel.okafor", "relevo-demo").location()).doesNotContain("sign-in");
    }

    @Test
    void aSessionEndsTwelveHoursAfterTheSignInHoweverBusyItIs() {
        var visitor = visitors.signedIn("marta.ruiz");
        clock.advance(SessionEnd.LONGEST);
        assertThat(visitor.get("/people").status()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        assertThat(visitor.get("/people").status()).isEqualTo(302);
    }

    @Test
    void whoIsDisabledIsOutAtOnce() {
        var person = new PersonForm(
                "leaver",
                "A Leaver",
                "leaver@example.org",
                "UTC",
                "en",
                "",
                Set.of("VIEWER"),
                null,
                true,
                "long enough");
        register.create(Actor.system("test"), person);
        var visitor = visitors.signedIn("leaver", "long enough");
        assertThat(visitor.get("/people").status()).isEqualTo(200);
        var gone = new PersonForm(
                "leaver", "A Leaver", "leaver@example.org", "UTC", "en", "", Set.of("VIEWER"), null, false, "");
        register.change(Actor.system("test"), "leaver", gone);
        assertThat(visitor.get("/people").status()).isEqualTo(302);
        assertThat(visitors.anonymous().signIn("leaver", "long enough").status())
                .isEqualTo(401);
    }

    @Test
    void passwordsAreKeptAsArgon2id() {
        assertThat(jdbc.sql("select password_hash from person where username = 'marta.ruiz'")
                        .query(String.class)
                        .single())
                .startsWith("$argon2id$");
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() {
        for (var path : new String[] {"/sign-in", "/people", "/api/v1/work-items"}) {
            var reply = visitors.anonymous().get(path);
            assertThat(reply.header("Content-Security-Policy")).isEqualTo(WebSecurity.CONTENT);
            assertThat(reply.header("Referrer-Policy")).isEqualTo("same-origin");
            assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        }
    }

    @Test
    void theHealthProbeNeedsNoSignIn() {
        assertThat(visitors.anonymous().get("/actuator/health").status()).isEqualTo(200);
        assertThat(visitors.anonymous().get("/actuator/env").status()).isEqualTo(302);
    }

    @Test
    void aSessionIsKeptAsJsonAndOneThatCannotBeReadEnds() {
        var visitor = visitors.signedIn("marta.ruiz");
        assertThat(visitor.get("/inbox").status()).isEqualTo(200);
        assertThat(jdbc.sql("select attribute_bytes from spring_session_attributes")
                        .query((row, at) -> row.getBytes(1))
                        .list())
                .isNotEmpty()
                .noneMatch(bytes -> bytes[0] == (byte) 0xAC);
        jdbc.sql("update spring_session_attributes set attribute_bytes = decode('aced0005740003616263', 'hex')")
                .update();
        var reply = visitor.get("/inbox");
        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.location()).startsWith("/sign-in");
    }

    @Test
    void aSessionMakesNoObjectOfAnotherType() {
        var conversion = new JsonSessions().springSessionConversionService();
        var bytes = "{\"@class\":\"javax.swing.JEditorPane\",\"page\":\"http://localhost:1/\"}"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(conversion.convert(bytes, Object.class)).isNull();
    }

    @Test
    void aRedirectDoesNotFollowTheHostThatWasNamed() {
        assertThat(visitors.anonymous().get("/people").location()).isEqualTo("/sign-in");
    }

    @Test
    void anAddressThatIsRefusedGetsAPageOrProblemDetails() {
        var page = visitors.anonymous().get("/people/%2e%2e/x");
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.page().select("h1")).isNotEmpty();
        var problem = visitors.machine().get("/api/v1//work-items");
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.header("Content-Type")).startsWith("application/problem+json");
    }
}
