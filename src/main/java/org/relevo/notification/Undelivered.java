package org.relevo.notification;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Raises the alarm about a mail that will not be delivered. */
@Service
class Undelivered {

    private static final Logger log = LoggerFactory.getLogger(Undelivered.class);

    private final DueMails mails;
    private final ApplicationEventPublisher events;
    private final Counter refused;
    private final Counter dead;

    Undelivered(DueMails mails, ApplicationEventPublisher events, MeterRegistry meters) {
        this.mails = mails;
        this.events = events;
        this.refused = meters.counter("relevo.mail.refused");
        this.dead = meters.counter("relevo.mail.dead");
    }

    /** Notes it and tells whoever has to act, or neither: then the mail's lease ends and it is tried again. */
    @Transactional
    public void note(Result result, Instant at) {
        var mail = result.due().mail();
        var isRefused = result.outcome() == Result.Outcome.REFUSED;
        if (isRefused) {
            mails.refuses(mail.recipient(), result.answer(), at);
        }
        if (mails.note(List.of(result), at).isEmpty()) {
            return;
        }
        log.error("Mail {} to {} will not be delivered: {}", result.due().id(), mail.recipient(), result.answer());
        (isRefused ? refused : dead).increment();
        events.publishEvent(
                isRefused
                        ? new MailRefused(
                                mail.workItem(),
                                mail.escalation(),
                                mail.username(),
                                mail.recipient(),
                                result.answer(),
                                at)
                        : new MailDeadLettered(
                                mail.workItem(),
                                mail.escalation(),
                                mail.username(),
                                mail.recipient(),
                                result.answer(),
                                at));
    }
}
