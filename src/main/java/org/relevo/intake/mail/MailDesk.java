package org.relevo.intake.mail;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.relevo.notification.Outbox;
import org.relevo.notification.Outbox.Sent;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides what becomes of a mail. Each is handled in one transaction with everything that it leads to, and once. */
@Service
class MailDesk {

    static final Duration WINDOW = Duration.ofHours(1);

    private final MailInRows rows;
    private final KeptMails kept;
    private final Outbox outbox;
    private final Replies replies;
    private final Bounces bounces;
    private final MailedIncidents incidents;
    private final IntakeAddress own;
    private final MailInSettings settings;
    private final Clock clock;

    MailDesk(
            MailInRows rows,
            KeptMails kept,
            Outbox outbox,
            Replies replies,
            Bounces bounces,
            MailedIncidents incidents,
            IntakeAddress own,
            MailInSettings settings,
            Clock clock) {
        this.rows = rows;
        this.kept = kept;
        this.outbox = outbox;
        this.replies = replies;
        this.bounces = bounces;
        this.incidents = incidents;
        this.own = own;
        this.settings = settings;
        this.clock = clock;
    }

    /** Handles a mail, unless that was done before. */
    @Transactional
    public Optional<Verdict> handle(Letter letter) {
        var id = rows.take(letter, clock.instant());
        if (id.isEmpty()) {
            return Optional.empty();
        }
        var verdict = decide(letter, id.get());
        var answered = verdict.outcome() == Outcome.RAISED && incidents.answer(letter, id.get(), verdict);
        rows.settle(id.get(), verdict, answered);
        return Optional.of(verdict);
    }

    /** Notes that a mail could not be handled, and answers whether it is given up; then it is kept as it came. */
    @Transactional
    public boolean failed(Letter letter, RawMail raw, String problem) {
        var givenUp = rows.failed(letter, problem, clock.instant());
        if (givenUp) {
            kept.keep(letter, raw, clock.instant());
        }
        return givenUp;
    }

    private Verdict decide(Letter letter, long id) {
        if (letter.tooLarge()) {
            return Verdict.refused("It has %s; mails of up to %s are read. Send what matters without the files."
                    .formatted(
                            Letter.size(letter.size()),
                            Letter.size(settings.largest().toBytes())));
        }
        if (own.isOurs(letter.from()) || isOurs(letter)) {
            return Verdict.ignored("It is one of our own mails.");
        }
        if (letter.bounce() != null) {
            return bounces.note(letter, letter.bounce());
        }
        var answered = answered(letter);
        if (answered.isPresent()) {
            return replies.take(letter, answered.get(), tooMany(letter));
        }
        var automatic = AutomaticMail.why(letter);
        if (automatic.isPresent()) {
            return Verdict.ignored("A machine wrote it: %s.".formatted(automatic.get()));
        }
        if (tooMany(letter)) {
            return Verdict.tooMany(letter.from(), settings.perHour());
        }
        return replies.toCaseNamed(letter).orElseGet(() -> incidents.raise(letter));
    }

    private boolean isOurs(Letter letter) {
        return letter.messageId() != null
                && outbox.byMessageId(letter.messageId()).isPresent();
    }

    /** Our mail that this one answers: the nearest one, or one further up that went to the very person who writes. */
    private Optional<Sent> answered(Letter letter) {
        var ours = letter.refersTo().stream()
                .flatMap(id -> outbox.byMessageId(id).stream())
                .toList();
        return ours.stream()
                .filter(sent -> sent.recipient().equalsIgnoreCase(letter.from()))
                .findFirst()
                .or(() -> ours.stream().findFirst());
    }

    private boolean tooMany(Letter letter) {
        return rows.handledSince(letter.from(), clock.instant().minus(WINDOW)) >= settings.perHour();
    }
}
