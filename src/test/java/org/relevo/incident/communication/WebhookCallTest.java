package org.relevo.incident.communication;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A name that is harmless when it is looked at and leads inside when it is connected to. */
class WebhookCallTest {

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void aNameThatLeadsInsideWhenItIsConnectedToIsNotPostedTo() {
        var targets = new WebhookTargets(false, host -> {
            var address = asked.getAndIncrement() == 0 ? "8.8.8.8" : "127.0.0.1";
            return new InetAddress[] {InetAddress.getByName(address)};
        });
        var answer = post(targets, "https://hooks.example.org:8443/services/x");
        assertThat(asked).hasValue(2);
        assertThat(answer.status()).isNull();
        assertThat(answer.text()).contains("leads to an address inside");
    }

    @Test
    void aNameOfSeveralAddressesMustNotHaveOneInside() {
        var targets = new WebhookTargets(
                false, host -> new InetAddress[] {InetAddress.getByName("8.8.8.8"), InetAddress.getByName("10.0.0.1")});
        assertThat(targets.problem("https://hooks.example.org/x").orElseThrow()).contains("leads to an address inside");
    }

    @Test
    void itConnectsToTheAddressThatWasLookedAtAndAsksNobodyElse() {
        try (var chat = new ChatServer(200)) {
            var targets = new WebhookTargets(true, this::onlyThis);
            var port = URI.create(chat.address()).getPort();
            var answer = post(targets, "http://chat.example.invalid:" + port + "/services/secret");
            assertThat(answer.taken()).as(answer.text()).isTrue();
            assertThat(asked).hasValue(1);
        }
    }

    @Test
    void aRedirectIsNotFollowedAndTheAnswerIsCutShort() {
        try (var chat = new ChatServer(302)) {
            var answer = post(new WebhookTargets(true), chat.address());
            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.text()).isEqualTo("HTTP 302: said 302");
        }
    }

    private InetAddress[] onlyThis(String host) throws UnknownHostException {
        asked.incrementAndGet();
        assertThat(host).isEqualTo("chat.example.invalid");
        return new InetAddress[] {InetAddress.getLoopbackAddress()};
    }

    private static WebhookCall.Answer post(WebhookTargets targets, String address) {
        return new WebhookCall(targets, Duration.ofSeconds(5)).post(address, WebhookForm.SLACK, "Subject", "Text", 1);
    }
}
