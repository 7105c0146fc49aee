package org.relevo.platform;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * What kind of failure of the database lies behind an exception. It is told by the SQL state, because each library that
 * speaks to the database wraps it in exceptions of its own.
 */
public final class DatabaseFailure {

    /** Serialization failure, deadlock, lock timeout. */
    private static final Set<String> CONTENTION = Set.of("40001", "40P01", "55P03");
    /** Connection lost, resources exhausted, shut down or starting up, idle in a transaction for too long. */
    private static final Set<String> OUTAGE = Set.of("08", "53", "57");
    /** Wrong data, broken constraint, wrong statement: the same again fails again. */
    private static final Set<String> FAULT = Set.of("22", "23", "42");

    private DatabaseFailure() {}

    /** Whether the same may succeed when it is tried again. */
    public static boolean passes(Throwable failure) {
        var state = state(failure);
        if (state.isPresent()) {
            var kind = state.get().substring(0, 2);
            return CONTENTION.contains(state.get())
                    || OUTAGE.contains(kind)
                    || isOfSpring(failure) && !FAULT.contains(kind);
        }
        return isOfSpring(failure);
    }

    /** Whether the database could not store or compare a value as it was sent. */
    public static boolean isOfWhatWasSent(Throwable failure) {
        return state(failure).filter(state -> state.startsWith("22")).isPresent();
    }

    /** The SQL state of the first cause that has one. */
    public static Optional<String> state(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .filter(state -> state != null && state.length() == 5)
                .findFirst();
    }

    private static boolean isOfSpring(Throwable failure) {
        return failure instanceof DataAccessException || failure instanceof TransactionException;
    }
}
