package org.relevo.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relevo.support.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Requests that the web server refuses by itself are answered as all others are, and name no server. */
@IntegrationTest
class UnreadableRequestsTest {

    @Autowired
    Environment environment;

    @ParameterizedTest
    @ValueSource(strings = {"GET /incidents/a|b HTTP/1.1", "GET /%2e%2e%zz HTTP/1.1", "GE{T / HTTP/1.1"})
    void areAnsweredByAProblemThatSaysTheRemedy(String line) throws IOException {
        var reply = send(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(reply).startsWith("HTTP/1.1 400").contains("application/problem+json");
        assertThat(reply).contains("percent-encoded").doesNotContain("Tomcat").doesNotContain("<html");
    }

    private String send(String request) throws IOException {
        var port = Integer.parseInt(String.valueOf(environment.getProperty("local.server.port")));
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
