package org.relevo.inbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One field of a task's form.
 *
 * @param type {@code string}, {@code long}, {@code date}, {@code boolean}, {@code double} or {@code enum}
 * @param options what an {@code enum} offers: value to label, in order
 * @param value what it holds now
 */
public record FormField(
        String id,
        String name,
        String type,
        boolean required,
        Map<String, String> options,
        @Nullable String value) {}
