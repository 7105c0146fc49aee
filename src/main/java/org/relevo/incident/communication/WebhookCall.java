package org.relevo.incident.communication;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
    private @Nullable HttpClient client;

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
        // Asked again each time: the name may lead elsewhere by now. What the answer was is remembered by the platform
        // for longer than it takes to connect.
        var problem = targets.problem(address);
        if (problem.isPresent()) {
            return Answer.none(problem.get());
        }
        var request = HttpRequest.newBuilder(URI.create(address))
                .timeout(patience)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", "Relevo")
                .header("Idempotency-Key", "relevo-delivery-" + delivery)
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(form.body(subject, text))))
                .build();
        var call = client().sendAsync(request, info -> new BriefAnswer());
        try {
            return answer(call.get(patience.toMillis() + 1_000, TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            call.cancel(true);
            return Answer.none("no answer within %d s".formatted(patience.toSeconds()));
        } catch (ExecutionException e) {
            return Answer.none(reason(e.getCause() == null ? e : e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.none("interrupted");
        }
    }

    /** Made when the first message is posted: most starts need none. */
    private synchronized HttpClient client() {
        var made = client;
        if (made == null) {
            made = HttpClient.newBuilder()
                    .connectTimeout(patience)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
            client = made;
        }
        return made;
    }

    private static Answer answer(HttpResponse<String> response) {
        var after = response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("[0-9]{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(null);
        return new Answer(
                response.statusCode(),
                "HTTP %d%s".formatted(response.statusCode(), response.body().isEmpty() ? "" : ": " + response.body()),
                after);
    }

    private static String reason(Throwable failure) {
        if (failure instanceof java.net.http.HttpTimeoutException) {
            return "no answer in time";
        }
        var message = failure instanceof IOException ? failure.getMessage() : null;
        return message == null ? failure.getClass().getSimpleName() : BriefAnswer.words(message);
    }
}
