package org.relevo.escalation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.relevo.notification.Mail;
import org.relevo.notification.Outbox;
import org.relevo.people.People;
import org.relevo.workitem.WorkItem;
import org.springframework.stereotype.Component;

/** Tells everyone who got an alarm about a case that its reason is gone. */
@Component
class AllClear {

    private static final Set<String> REACHED = Set.of("SENT", "SENDING", "DIGESTED");

    private final EscalationRows rows;
    private final Outbox outbox;
    private final People people;
    private final EscalationMail mail;

    AllClear(EscalationRows rows, Outbox outbox, People people, EscalationMail mail) {
        this.rows = rows;
        this.outbox = outbox;
        this.people = people;
        this.mail = mail;
    }

    void tell(WorkItem item, String reason, Instant at) {
        var ids =
                rows.of(item.number()).stream().map(EscalationRows.Standing::id).toList();
        var mails = new LinkedHashMap<String, Mail>();
        for (var entry : ids.isEmpty() ? List.<Outbox.Entry>of() : outbox.of(ids)) {
            if (!REACHED.contains(entry.state())) {
                continue;
            }
            var username = entry.username();
            if (username == null) {
                mails.putIfAbsent(entry.recipient(), mail.allClearOutside(item, reason, at, entry.recipient()));
            } else {
                people.find(username)
                        .ifPresent(person -> mails.putIfAbsent(username, mail.allClear(item, reason, at, person)));
            }
        }
        outbox.add(List.copyOf(mails.values()), at);
    }
}
