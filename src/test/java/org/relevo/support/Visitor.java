package org.relevo.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A browser without scripts: keeps cookies, follows no redirects, sends forms with their CSRF token. */
public class Visitor {

    private final String address;
    private final HttpClient http;
    private final Map<String, String> headers = new HashMap<>();
    private @Nullable String csrf;

    Visitor(String address) {
        this.address = address;
        this.http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Sends a header with every request from now on. */
    public Visitor with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public Reply get(String path) {
        return send(request(path).GET());
    }

    /** Asks without waiting for the end of the answer, which a live stream never has. */
    public Reply knock(String path) {
        try {
            var response = http.send(request(path).GET().build(), BodyHandlers.ofInputStream());
            response.body().close();
            return new Reply(response.statusCode(), "", response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The lines of an answer that does not end, as they come. */
    public Stream<String> lines(String path) {
        try {
            return http.send(request(path).GET().build(), BodyHandlers.ofLines())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends a file in a multipart form, with the CSRF token of the session beside it. */
    public Reply upload(String path, String fileName, String content, Map<String, String> fields) {
        var boundary = "relevo-test-boundary";
        var body = new StringBuilder();
        var all = new HashMap<>(fields);
        if (!headers.containsKey("Authorization")) {
            all.put("_csrf", csrf());
        }
        all.forEach((name, value) -> body.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(boundary, name, value)));
        body.append(("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n%s\r\n--%s--\r\n")
                .formatted(boundary, fileName, content, boundary));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    public Reply delete(String path) {
        return send(request(path).DELETE());
    }

    /** Sends JSON as a machine does, without a CSRF token. */
    public Reply postJson(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    public Reply putJson(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Sends a form as the page would, with the CSRF token of the session. */
    public Reply submit(String path, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put("_csrf", csrf());
        var reply = submitBare(path, all);
        if (path.equals("/sign-in") || path.equals("/logout")) {
            csrf = null;
        }
        return reply;
    }

    /** Sends exactly the fields given. */
    public Reply submitBare(String path, Map<String, String> fields) {
        var form = fields.entrySet().stream()
                .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    public Reply signIn(String username, String password) {
        return submit("/sign-in", Map.of("username", username, "password", password));
    }

    /** The CSRF token of this visitor's session, as the page had it that the visitor opened first. */
    public String csrf() {
        if (csrf == null) {
            csrf = get("/sign-in").page().select("input[name=_csrf]").attr("value");
        }
        return csrf;
    }

    private HttpRequest.Builder request(String path) {
        var builder = HttpRequest.newBuilder(URI.create(address + path))
                .setHeader("Accept", "text/html,application/json,*/*");
        headers.forEach(builder::setHeader);
        return builder;
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.body(), response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
