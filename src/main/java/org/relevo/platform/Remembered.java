package org.relevo.platform;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Something read from the database that every request needs and that seldom changes. This node reads it again after a
 * change of its own, and otherwise when it is older than a given age, so that changes made on other nodes arrive too.
 */
public final class Remembered<T> {

    private final Supplier<T> read;
    private final long maximumAge;
    private volatile @Nullable Reading<T> last;
    private volatile long changes;

    public Remembered(Duration maximumAge, Supplier<T> read) {
        this.maximumAge = maximumAge.toNanos();
        this.read = read;
    }

    public T get() {
        if (TransactionSynchronizationManager.hasResource(this)) {
            return read.get();
        }
        var known = last;
        // Age is measured on the machine's own steady counter: tests move the clock, and time zones move it too.
        if (known != null && System.nanoTime() - known.takenAt() < maximumAge) {
            return known.value();
        }
        var changesBefore = changes;
        var reading = new Reading<>(read.get(), System.nanoTime());
        keep(reading, changesBefore);
        return reading.value();
    }

    /** To be called after a change. Until its transaction ends, only that transaction sees the change. */
    public void forget() {
        drop();
        if (TransactionSynchronizationManager.isSynchronizationActive()
                && !TransactionSynchronizationManager.hasResource(this)) {
            TransactionSynchronizationManager.bindResource(this, Boolean.TRUE);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    TransactionSynchronizationManager.unbindResourceIfPossible(Remembered.this);
                    drop();
                }
            });
        }
    }

    private synchronized void keep(Reading<T> reading, long changesBefore) {
        if (changes == changesBefore) {
            last = reading;
        }
    }

    private synchronized void drop() {
        changes++;
        last = null;
    }

    private record Reading<T>(T value, long takenAt) {}
}
