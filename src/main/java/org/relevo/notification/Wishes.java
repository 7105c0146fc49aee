package org.relevo.notification;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relevo.notification.MailRows.Planned;
import org.relevo.people.People;
import org.springframework.stereotype.Component;

/** What the recipients' preferences make of mails, within the limits of the policy. */
@Component
class Wishes {

    private final PreferenceRows rows;
    private final People people;

    Wishes(PreferenceRows rows, People people) {
        this.rows = rows;
        this.people = people;
    }

    List<Planned> plan(List<Mail> mails, Instant at) {
        var usernames = mails.stream()
                .map(Mail::username)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var preferences = usernames.isEmpty() ? java.util.Map.<String, MailPreference>of() : rows.of(usernames);
        if (preferences.isEmpty()) {
            return mails.stream()
                    .map(mail -> new Planned(mail, Delivery.AT_ONCE))
                    .toList();
        }
        var policy = rows.policy().stream().collect(Collectors.toMap(MailPolicy::kind, Function.identity()));
        return mails.stream()
                .map(mail -> new Planned(
                        mail,
                        delivery(
                                mail,
                                mail.username() == null ? null : preferences.get(mail.username()),
                                policy.get(mail.kind()),
                                at)))
                .toList();
    }

    private Delivery delivery(Mail mail, @Nullable MailPreference preference, @Nullable MailPolicy limit, Instant at) {
        if (preference == null || limit == null || mail.username() == null) {
            return Delivery.AT_ONCE;
        }
        if (limit.mayBeUnwanted() && preference.unwanted().contains(mail.kind())) {
            return Delivery.UNWANTED;
        }
        var person = people.find(mail.username()).orElse(null);
        if (person == null || limit.passes(mail.urgent())) {
            return Delivery.AT_ONCE;
        }
        var end = preference.quiet().endAfter(at, person.zone());
        return end.isAfter(at) ? Delivery.after(end) : Delivery.AT_ONCE;
    }
}
