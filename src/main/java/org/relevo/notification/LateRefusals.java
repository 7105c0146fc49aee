package org.relevo.notification;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A recipient that was accepted at first and refused later, by a bounce, counts as one that was refused at once. */
@Component
class LateRefusals {

    private final DueMails due;
    private final MailRows rows;
    private final ApplicationEventPublisher events;

    LateRefusals(DueMails due, MailRows rows, ApplicationEventPublisher events) {
        this.due = due;
        this.rows = rows;
        this.events = events;
    }

    @EventListener
    @Transactional
    public void on(BounceReceived bounce) {
        var answer = "bounced with status " + bounce.status();
        rows.byMessageId(bounce.messageId())
                .filter(sent -> rows.bounced(sent.id(), answer))
                .ifPresent(sent -> {
                    due.refuses(sent.recipient(), answer, bounce.at());
                    events.publishEvent(new MailRefused(
                            sent.workItem(),
                            sent.escalation(),
                            sent.username(),
                            sent.recipient(),
                            answer,
                            bounce.at()));
                });
    }
}
