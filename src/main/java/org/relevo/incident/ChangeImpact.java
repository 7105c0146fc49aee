package org.relevo.incident;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an incident affects, said anew; it replaces what was said before.
 *
 * @param version the version that it is based on; null to replace whatever stands
 */
public record ChangeImpact(
        List<String> services,
        List<String> sites,
        @Nullable Integer users,
        String inWords,
        @Nullable Integer version) {}
