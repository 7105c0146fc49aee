package org.relevo.people;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator enters of a person, as typed.
 *
 * @param password the new password; blank leaves the one there is
 */
public record PersonForm(
        String username,
        String name,
        String mail,
        String zone,
        String language,
        String manager,
        Set<String> roles,
        Set<String> teams,
        Boolean enabled,
        String password) {

    public PersonForm(
            @Nullable String username,
            @Nullable String name,
            @Nullable String mail,
            @Nullable String zone,
            @Nullable String language,
            @Nullable String manager,
            @Nullable Set<String> roles,
            @Nullable Set<String> teams,
            @Nullable Boolean enabled,
            @Nullable String password) {
        this.username = typed(username);
        this.name = typed(name);
        this.mail = typed(mail);
        this.zone = typed(zone);
        this.language = typed(language);
        this.manager = typed(manager);
        this.roles = roles == null ? Set.of() : roles;
        this.teams = teams == null ? Set.of() : teams;
        this.enabled = enabled != null && enabled;
        this.password = password == null ? "" : password;
    }

    private static String typed(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** Never with the password. */
    @Override
    public String toString() {
        return "PersonForm[" + username + "]";
    }
}
