package org.relevo.platform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gathers the rows that are written while many cases are worked on in one transaction, so that each table is written once
 * for all of them. Outside of that every row is written where it is said.
 */
@Component
public class Together {

    private final ThreadLocal<@Nullable Map<Consumer<?>, List<Object>>> gathered = new ThreadLocal<>();

    /** Does work of the caller's transaction and writes at its end what it has gathered. */
    public <T> T gather(Supplier<T> work) {
        if (gathered.get() != null) {
            return work.get();
        }
        var waiting = new LinkedHashMap<Consumer<?>, List<Object>>();
        gathered.set(waiting);
        try {
            var result = work.get();
            flush(waiting);
            return result;
        } finally {
            gathered.remove();
        }
    }

    /**
     * Writes rows, at once or together with those of other cases.
     *
     * @param table writes rows of one kind; the same object each time
     */
    public <R> void write(Consumer<List<R>> table, List<R> rows) {
        var waiting = gathered.get();
        if (waiting == null) {
            table.accept(rows);
        } else {
            waiting.computeIfAbsent(table, key -> new ArrayList<>()).addAll(rows);
        }
    }

    /** Writes what has been gathered for a table: whoever reads it in the same transaction says so before. */
    public void flush(Consumer<?> table) {
        var waiting = gathered.get();
        var rows = waiting == null ? null : waiting.remove(table);
        if (rows != null) {
            put(table, rows);
        }
    }

    private void flush(Map<Consumer<?>, List<Object>> waiting) {
        while (!waiting.isEmpty()) {
            flush(waiting.keySet().iterator().next());
        }
    }

    @SuppressWarnings("unchecked")
    private static void put(Consumer<?> table, List<Object> rows) {
        ((Consumer<List<Object>>) table).accept(rows);
    }
}
