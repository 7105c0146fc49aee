package org.relevo.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Several clients that do one thing again and again, as fast as they can. */
final class Load {

    private Load() {}

    /** How many a second, over a number of repetitions shared by the clients. */
    static double perSecond(int clients, int repetitions, IntConsumer once) {
        var next = new AtomicInteger();
        var pool = Executors.newFixedThreadPool(clients);
        try {
            var work = new ArrayList<Callable<Void>>();
            for (var client = 0; client < clients; client++) {
                work.add(() -> {
                    for (var i = next.getAndIncrement(); i < repetitions; i = next.getAndIncrement()) {
                        once.accept(i);
                    }
                    return null;
                });
            }
            var begin = System.nanoTime();
            for (var done : pool.invokeAll(work)) {
                done.get();
            }
            return repetitions / seconds(Duration.ofNanos(System.nanoTime() - begin));
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            pool.shutdownNow();
        }
    }

    static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
