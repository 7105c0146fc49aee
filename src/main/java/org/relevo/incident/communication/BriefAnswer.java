package org.relevo.incident.communication;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Reads the beginning of an answer and hangs up: whoever answers must not fill this machine's memory. */
class BriefAnswer implements BodySubscriber<String> {

    private static final int MOST = 300;

    private final CompletableFuture<String> text = new CompletableFuture<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private @Nullable Subscription subscription;

    @Override
    public CompletionStage<String> getBody() {
        return text;
    }

    @Override
    public void onSubscribe(Subscription begun) {
        subscription = begun;
        begun.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (var buffer : buffers) {
            var part = new byte[Math.min(buffer.remaining(), MOST + 4 - bytes.size())];
            buffer.get(part);
            bytes.writeBytes(part);
        }
        var begun = subscription;
        if (bytes.size() > MOST && begun != null && !text.isDone()) {
            begun.cancel();
            onComplete();
        }
    }

    @Override
    public void onError(Throwable failure) {
        text.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        text.complete(words(bytes.toString(StandardCharsets.UTF_8)));
    }

    /** On one line, and not at length. */
    static String words(String said) {
        var line = said.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= MOST ? line : line.substring(0, MOST) + "…";
    }
}
