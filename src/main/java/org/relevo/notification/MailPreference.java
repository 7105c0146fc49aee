package org.relevo.notification;

import java.util.Set;

/** Which mail a person wants, and when. */
public record MailPreference(Set<MailKind> unwanted, QuietHours quiet) {

    public static final MailPreference EVERYTHING = new MailPreference(Set.of(), QuietHours.NONE);

    public MailPreference {
        unwanted = Set.copyOf(unwanted);
    }
}
