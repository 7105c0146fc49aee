package org.relevo.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.relevo.platform.Refusal;
import org.relevo.support.IntegrationTest;
import org.relevo.support.Visitors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class ApiTokensTest {

    @Autowired
    ApiTokens tokens;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Visitors visitors;

    private final Actor admin = Actor.system("test");

    @Test
    void aTokenIsKeptAsAHashAlone() {
        var token = tokens.create(admin, "hashed", Set.of(Tokens.ALERTS));
        assertThat(token).hasSize(32);
        assertThat(jdbc.sql("select t::text from api_token t where name = 'hashed'")
                        .query(String.class)
                        .single())
                .doesNotContain(token);
        assertThat(jdbc.sql("select token_hash from api_token where name = 'hashed'")
                        .query(byte[].class)
                        .single())
                .isEqualTo(ApiTokens.hash(token));
    }

    @Test
    void aTokenMayWhatItsScopesSayAndNoMore() {
        var token = tokens.create(admin, "alerts only", Set.of(Tokens.ALERTS));
        assertThat(tokens.authenticate(token, Tokens.API)).isEmpty();
        assertThat(tokens.authenticate(token, Tokens.ALERTS)).hasValueSatisfying(actor -> {
            assertThat(actor.kind()).isEqualTo(Actor.Kind.TOKEN);
            assertThat(actor.roles()).isEmpty();
        });
        assertThat(visitors.machine(token).get("/api/v1/work-items").status()).isEqualTo(403);
    }

    @Test
    void aTokenIsNotCalledLikeAPerson() {
        assertThatThrownBy(() -> tokens.create(admin, "Marta.Ruiz", Set.of(Tokens.API)))
                .hasMessageContaining("username");
    }

    @Test
    void aRevokedTokenIsRefusedFromThenOn() {
        var token = tokens.create(admin, "short-lived", Set.of(Tokens.API));
        assertThat(tokens.authenticate(token, Tokens.API)).isPresent();
        var id = jdbc.sql("select id from api_token where name = 'short-lived'")
                .query(Long.class)
                .single();
        tokens.revoke(admin, id);
        assertThat(tokens.authenticate(token, Tokens.API)).isEmpty();
        var reply = visitors.machine(token).get("/api/v1/work-items");
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
        assertThatThrownBy(() -> tokens.revoke(admin, id)).isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void whoSendsNoTokenIsToldHowToSendOneAndWhereToGetIt() {
        var reply = visitors.anonymous().postJson("/api/v1/incidents", "{}");
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(reply.json().path("detail").asString())
                .contains("Authorization: Bearer")
                .contains("/settings");
        assertThat(reply.header("Set-Cookie")).isEmpty();
    }

    @Test
    void aWrongTokenDoesNotFallBackToTheSession() {
        var visitor = visitors.signedIn("marta.ruiz").with("Authorization", "Bearer wrong");
        assertThat(visitor.get("/api/v1/work-items").status()).isEqualTo(401);
    }

    @Test
    void aSessionNeedsTheCsrfTokenToChangeAnythingThroughTheInterface() {
        var visitor = visitors.signedIn("marta.ruiz");
        assertThat(visitor.postJson("/api/v1/nothing", "{}").status()).isEqualTo(403);
        assertThat(visitor.with("X-CSRF-TOKEN", visitor.csrf())
                        .postJson("/api/v1/nothing", "{}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theDemoTokenCanBeARoutingKey() {
        assertThat(DemoOrganisation.TOKEN).hasSize(32);
        assertThat(tokens.authenticate(DemoOrganisation.TOKEN, Tokens.ALERTS)).isPresent();
    }
}
