package org.relevo.people;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who signs in, is told and decides. People are never deleted, because the history of cases names them.
 *
 * @param manager username of the one this person reports to
 * @param enabled whether this person may still sign in and is still told
 * @param demo whether this person belongs to the demo organisation
 */
public record Person(
        String username,
        String name,
        String mail,
        ZoneId zone,
        Locale language,
        @Nullable String manager,
        boolean enabled,
        boolean demo) {

    public Person(
            String username,
            String name,
            String mail,
            ZoneId zone,
            Locale language,
            @Nullable String manager,
            boolean demo) {
        this(username, name, mail, zone, language, manager, true, demo);
    }
}
