package org.relevo.incident.communication;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.relevo.rules.UpdateAudience;
import org.relevo.workitem.WorkItem;
import org.springframework.stereotype.Component;

/** Gathers what is known of the communication on an incident. */
@Component
class CommunicationView {

    private final UpdateRows rows;
    private final AudienceRows audiences;
    private final UpdatePlan plan;
    private final Drafts drafts;
    private final Receipts receipts;
    private final UpdateMail mail;
    private final Clock clock;

    CommunicationView(
            UpdateRows rows,
            AudienceRows audiences,
            UpdatePlan plan,
            Drafts drafts,
            Receipts receipts,
            UpdateMail mail,
            Clock clock) {
        this.rows = rows;
        this.audiences = audiences;
        this.plan = plan;
        this.drafts = drafts;
        this.receipts = receipts;
        this.mail = mail;
        this.clock = clock;
    }

    Communication of(WorkItem item, ZoneId zone) {
        var sent = rows.of(item.number());
        var matter = drafts.matter(item, sent, plan.demands(item), zone, clock.instant());
        var reached = reached(item);
        var next = plan.next(item.number()).orElse(null);
        return new Communication(
                item,
                next,
                next == null ? null : next.dueAt(clock.instant()).orElse(null),
                reached.stream().map(one -> line(one, matter)).toList(),
                reached.stream().map(one -> drafts.of(one, matter)).toList(),
                receipts.of(sent.stream()
                        .sorted(Comparator.comparing(Update::number).reversed())
                        .toList()));
    }

    private Communication.Line line(ServiceAudience one, Matter matter) {
        var last = matter.lastTo(one.audience());
        return new Communication.Line(
                one,
                matter.demandOf(one.audience()),
                mail.readers(one).size(),
                one.audience() == UpdateAudience.USERS && audiences.showsStatus(one.service()),
                last == null ? null : last.at());
    }

    /** The audiences that an update reaches. */
    List<ServiceAudience> reached(WorkItem item) {
        var service = item.service();
        if (service == null) {
            return List.of();
        }
        var reached = audiences.reached(service);
        return audiences.of(service).stream()
                .filter(one -> reached.contains(one.audience()))
                .toList();
    }
}
