package org.relevo.incident.communication;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Posts a message to a webhook, once. Follows no redirect: it could lead where the address itself may not. */
@Component
class WebhookCall {

    private final WebhookTargets targets;
    private final Duration patience;
    private final JsonMapper json = new JsonMapper();
    private @Nullable CloseableHttpClient client;

    @Autowired
    WebhookCall(WebhookTargets targets, @Value("${relevo.webhooks.timeout:10s}") Duration patience) {
        this.targets = targets;
        this.patience = patience;
    }

    /**
     * What the other side said.
     *
     * @param status of HTTP; null where there was no answer
     * @param retryAfter how long it asks to wait
     */
    record Answer(
            @Nullable Integer status, String text, @Nullable Duration retryAfter) {

        static Answer none(String why) {
            return new Answer(null, why, null);
        }

        boolean taken() {
            return status != null && status / 100 == 2;
        }

        boolean gone() {
            return status != null && status == 410;
        }

        /** Whether another try may be taken: it is not there, is overloaded or has failed. */
        boolean passing() {
            return status == null || status >= 500 || status == 408 || status == 425 || status == 429;
        }
    }

    /**
     * Posts.
     *
     * @param delivery names the message, so that a receiver can know a second copy for one
     */
    Answer post(String address, WebhookForm form, String subject, String text, long delivery) {
        var problem = targets.problem(address);
        if (problem.isPresent()) {
            return Answer.none(problem.get());
        }
        var request = new HttpPost(URI.create(address));
        request.setHeader("Idempotency-Key", "relevo-delivery-" + delivery);
        request.setEntity(
                new StringEntity(json.writeValueAsString(form.body(subject, text)), ContentType.APPLICATION_JSON));
        var call = new FutureTask<>(() -> send(request));
        var thread = new Thread(call, "webhook-" + delivery);
        thread.setDaemon(true);
        thread.start();
        try {
            return call.get(patience.toMillis() + 1_000, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return Answer.none("no answer within %d s".formatted(patience.toSeconds()));
        } catch (ExecutionException e) {
            return Answer.none(reason(e.getCause() == null ? e : e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.none("interrupted");
        } finally {
            request.cancel();
        }
    }

    /** Reads the beginning of the answer and hangs up: whoever answers must not fill this machine's memory. */
    private Answer send(HttpPost request) throws IOException {
        try (var response = client().executeOpen(null, request, null)) {
            var entity = response.getEntity();
            var said = entity == null ? "" : BriefAnswer.read(entity.getContent());
            request.cancel();
            return new Answer(
                    response.getCode(),
                    "HTTP %d%s".formatted(response.getCode(), said.isEmpty() ? "" : ": " + said),
                    retryAfter(response.getFirstHeader("Retry-After")));
        }
    }

    private static @Nullable Duration retryAfter(@Nullable Header asked) {
        return asked != null && String.valueOf(asked.getValue()).matches("[0-9]{1,6}")
                ? Duration.ofSeconds(Long.parseLong(asked.getValue()))
                : null;
    }

    /** Made when the first message is posted: most starts need none. */
    private synchronized CloseableHttpClient client() {
        var made = client;
        if (made == null) {
            made = HttpClients.custom()
                    .setConnectionManager(connections())
                    .setDefaultRequestConfig(RequestConfig.custom()
                            .setResponseTimeout(Timeout.of(patience))
                            .build())
                    .setConnectionReuseStrategy((request, response, context) -> false)
                    .setUserAgent("Relevo")
                    .disableRedirectHandling()
                    .disableAutomaticRetries()
                    .disableContentCompression()
                    .disableCookieManagement()
                    .build();
            client = made;
        }
        return made;
    }

    /** Connects to the very addresses that were found to lie outside: the name may lead elsewhere a moment later. */
    private HttpClientConnectionManager connections() {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new DnsResolver() {
                    @Override
                    public InetAddress[] resolve(String host) throws UnknownHostException {
                        return targets.addresses(host);
                    }

                    @Override
                    public String resolveCanonicalHostname(String host) {
                        return host;
                    }
                })
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(patience))
                        .setSocketTimeout(Timeout.of(patience))
                        .build())
                .build();
    }

    @PreDestroy
    void close() throws IOException {
        var made = client;
        if (made != null) {
            made.close();
        }
    }

    private static String reason(Throwable failure) {
        if (failure instanceof InterruptedIOException) {
            return "no answer in time";
        }
        var message = failure instanceof IOException ? failure.getMessage() : null;
        return message == null ? failure.getClass().getSimpleName() : BriefAnswer.words(message);
    }
}
