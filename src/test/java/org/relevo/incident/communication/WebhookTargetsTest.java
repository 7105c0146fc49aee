package org.relevo.incident.communication;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTargetsTest {

    private final WebhookTargets targets = new WebhookTargets(false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "0.1.2.3",
                "224.0.0.1",
                "255.255.255.255",
                "198.18.0.1",
                "192.0.0.8",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::",
                "2001:0:a00:1::",
                "::127.0.0.1"
            })
    void nothingInsideIsPostedTo(String address) throws UnknownHostException {
        assertThat(WebhookTargets.isInside(InetAddress.getByName(address))).isTrue();
        var host = address.contains(":") ? "[" + address + "]" : address;
        assertThat(targets.problem("https://" + host + "/hook").orElseThrow()).contains("leads to an address inside");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "192.0.1.1", "2a00:1450:4001::1", "2001:4860::8888"})
    void whatLiesOutsideMayBePostedTo(String address) throws UnknownHostException {
        assertThat(WebhookTargets.isInside(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://8.8.8.8/hook",
                "ftp://8.8.8.8/",
                "https://user@8.8.8.8/",
                "https://8.8.8.8:22/",
                "https:///hook",
                "https://8.8.8.8/#x",
                "file:///etc/passwd",
                "https://8.8.8.8/a b",
                "",
                "hook",
                "https://2130706433/",
                "https://localhost/hook",
                "https://localhost./hook",
                "https://0x7f.1/"
            })
    void whatIsNoAddressOutsideByHttpsIsRefusedWithTheRemedy(String address) {
        assertThat(targets.problem(address)).isPresent();
    }

    @Test
    void anAddressInsideIsAllowedWhereThePropertySaysSo() {
        assertThat(new WebhookTargets(true).problem("http://127.0.0.1:9000/hook"))
                .isEmpty();
        assertThat(targets.problem("https://8.8.8.8/hook")).isEmpty();
    }
}
