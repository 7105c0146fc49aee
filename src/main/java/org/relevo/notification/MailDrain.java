package org.relevo.notification;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.relevo.notification.DueMails.Due;
import org.relevo.notification.MailConnection.NoConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Service;

/** Empties the outbox: takes what is due in batches, hands it to the mail server and notes its answers. */
@Service
class MailDrain {

    private static final Logger log = LoggerFactory.getLogger(MailDrain.class);

    /** So many mails at most are sent twice when a node dies after handing them over and before noting it. */
    static final int BATCH = 25;

    /** Leaves the rest of the lease to a mail that is being handed over very slowly. */
    private static final Duration LONGEST_BATCH = Duration.ofSeconds(10);

    /** On a slow server the end of a batch may have been acknowledged since it was taken. */
    private static final Duration STALE = Duration.ofSeconds(1);

    private final DueMails mails;
    private final Digests digests;
    private final Letters letters;
    private final Undelivered undelivered;
    private final ObjectProvider<JavaMailSender> server;
    private final Clock clock;

    MailDrain(
            DueMails mails,
            Digests digests,
            Letters letters,
            Undelivered undelivered,
            ObjectProvider<JavaMailSender> server,
            Clock clock) {
        this.mails = mails;
        this.digests = digests;
        this.letters = letters;
        this.undelivered = undelivered;
        this.server = server;
        this.clock = clock;
    }

    MailConnection connection() {
        return new MailConnection(server.getIfAvailable());
    }

    /** Handles one batch of due mails, and answers how many there were. */
    int drain(MailConnection connection) {
        var now = clock.instant();
        digests.due(now).forEach(username -> digest(username, now));
        var batch = mails.take(BATCH, now);
        if (!batch.isEmpty()) {
            note(send(batch, connection));
        }
        return batch.size();
    }

    private void digest(String username, Instant now) {
        try {
            digests.write(username, now);
        } catch (RuntimeException e) {
            log.error("The digest of {} could not be written; it is tried again", username, e);
        }
    }

    private List<Result> send(List<Due> batch, MailConnection connection) {
        var results = new ArrayList<Result>();
        var taken = clock.instant();
        var end = taken.plus(LONGEST_BATCH);
        String unreachable = null;
        for (var due : batch) {
            var now = clock.instant();
            if (unreachable != null) {
                results.add(Result.failed(due, unreachable, now));
            } else if (now.isAfter(end)) {
                results.add(Result.untried(due, now));
            } else if (now.isBefore(taken.plus(STALE)) || mails.wanted(due.id())) {
                try {
                    results.add(send(due, connection));
                } catch (NoConnection e) {
                    unreachable = String.valueOf(e.getMessage());
                    log.warn("The mail server is not reached: {}", unreachable);
                    results.add(Result.failed(due, unreachable, clock.instant()));
                }
            }
        }
        return results;
    }

    private Result send(Due due, MailConnection connection) throws NoConnection {
        try {
            return Result.sent(due, connection.send(letters.write(due, connection.open())));
        } catch (MessagingException | RuntimeException e) {
            var answer = SmtpAnswer.of(e);
            log.warn("Mail {} is not delivered (attempt {}): {}", due.id(), due.attempt(), answer.text());
            return answer.refusedForGood()
                    ? Result.refused(due, answer.text())
                    : Result.failed(due, answer.text(), clock.instant());
        }
    }

    private void note(List<Result> results) {
        var at = clock.instant();
        var routine = results.stream().filter(result -> !result.undeliverable()).toList();
        if (!routine.isEmpty()) {
            mails.note(routine, at);
        }
        for (var result : results.stream().filter(Result::undeliverable).toList()) {
            alarm(result, at);
        }
    }

    private void alarm(Result result, Instant at) {
        try {
            undelivered.note(result, at);
        } catch (RuntimeException e) {
            log.error(
                    "Nobody could be told that mail {} is undeliverable; it is tried again",
                    result.due().id(),
                    e);
        }
    }
}
