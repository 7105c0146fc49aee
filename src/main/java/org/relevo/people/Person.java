package org.relevo.people;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who signs in, is told and decides.
 *
 * @param manager username of the one this person reports to
 * @param demo whether this person belongs to the demo organisation
 */
public record Person(
        String username,
        String name,
        String mail,
        ZoneId zone,
        Locale language,
        @Nullable String manager,
        boolean demo) {}
