package org.relevo.notification;

import java.util.EnumSet;
import java.util.List;
import org.relevo.notification.MailPolicy.Passing;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Audit;
import org.relevo.platform.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Each person's choice of mails, and the policy that limits it. */
@Service
public class MailPreferences {

    private final PreferenceRows rows;
    private final Audit audit;

    MailPreferences(PreferenceRows rows, Audit audit) {
        this.rows = rows;
        this.audit = audit;
    }

    public MailPreference of(Actor by) {
        person(by);
        return rows.of(List.of(by.name())).getOrDefault(by.name(), MailPreference.EVERYTHING);
    }

    public List<MailPolicy> policy() {
        return rows.policy();
    }

    /** Keeps what a person chooses for themselves. */
    @Transactional
    public void choose(Actor by, MailPreference chosen) {
        person(by);
        for (var limit : policy()) {
            if (chosen.unwanted().contains(limit.kind()) && !limit.mayBeUnwanted()) {
                throw new Refusal.Invalid(
                        "wanted",
                        "Mails of the kind %s cannot be switched off: the mail policy says so. An administrator can change it."
                                .formatted(limit.kind()));
            }
        }
        var quiet = chosen.quiet();
        if ((quiet.from() == null) != (quiet.until() == null)) {
            throw new Refusal.Invalid("until", "Quiet hours need both a beginning and an end, or neither.");
        }
        if (quiet.from() != null && quiet.from().equals(quiet.until())) {
            throw new Refusal.Invalid(
                    "until", "Quiet hours that end when they begin would be the whole day. Choose quiet days instead.");
        }
        if (quiet.days().size() == 7) {
            throw new Refusal.Invalid("quiet", "Not every day can be quiet: on which day should the digest come?");
        }
        rows.keep(by.name(), chosen);
    }

    @Transactional
    public void limit(Actor by, MailPolicy limit) {
        by.require(Role.ADMIN);
        if (limit.kind() == MailKind.DIGEST && limit.inQuietHours() != Passing.ALL) {
            throw new Refusal.Invalid(
                    "inQuietHours", "A digest comes when quiet hours are over and cannot wait for another one.");
        }
        rows.limit(limit);
        audit.record(
                by.name(),
                "changed the mail policy",
                limit.kind().name(),
                "may be switched off: %s, delivered in quiet hours: %s"
                        .formatted(limit.mayBeUnwanted(), limit.inQuietHours()));
    }

    private static void person(Actor by) {
        by.require(EnumSet.allOf(Role.class).toArray(Role[]::new));
        if (by.kind() != Actor.Kind.PERSON) {
            throw new Refusal.NotAllowed("Only a person has preferences about mail. Sign in as one.");
        }
    }
}
