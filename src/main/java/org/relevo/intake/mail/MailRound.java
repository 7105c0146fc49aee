package org.relevo.intake.mail;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.relevo.intake.mail.MailboxRows.Standing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Reads a mailbox once. A mail that cannot be handled holds up no other; a server that is down is said once. */
class MailRound {

    private static final Logger log = LoggerFactory.getLogger(MailRound.class);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final Mailbox mailbox;
    private final MailDesk desk;
    private final MailboxRows rows;
    private final Duration every;
    private final Clock clock;

    MailRound(Mailbox mailbox, MailDesk desk, MailboxRows rows, Duration every, Clock clock) {
        this.mailbox = mailbox;
        this.desk = desk;
        this.rows = rows;
        this.every = every;
        this.clock = clock;
    }

    String mailbox() {
        return mailbox.name();
    }

    Standing standing() {
        return rows.of(mailbox.name()).orElse(Standing.NEVER_READ);
    }

    /** Reads what is there, and answers how long to wait before the next time. */
    Duration read() {
        var before = standing();
        try {
            var more = mailbox.read(this::handle);
            if (before.downSince() != null) {
                log.info("The mailbox {} is read again", mailbox.name());
            }
            rows.read(mailbox.name(), clock.instant());
            return more ? Duration.ZERO : every;
        } catch (MessagingException e) {
            var problem = problem(e);
            if (before.downSince() == null) {
                log.warn("The mailbox {} cannot be read; it is tried again: {}", mailbox.name(), problem);
            }
            rows.notRead(mailbox.name(), problem, clock.instant());
            return wait(every, before.failures() + 1);
        }
    }

    /** Twice as long each time, up to five minutes. */
    static Duration wait(Duration every, int failures) {
        var wait = every.multipliedBy(1L << Math.min(failures, 20));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /** Whether a mail is done with, be it that it was handled before. */
    private boolean handle(RawMail raw) {
        return handle(letter(raw), raw);
    }

    static Letter letter(RawMail raw) {
        try {
            return LetterReader.read(raw);
        } catch (MessagingException | RuntimeException | StackOverflowError e) {
            log.warn("A mail of {} bytes cannot be understood: {}", raw.size(), problem(e));
            return LetterReader.unreadable(raw);
        }
    }

    private boolean handle(Letter letter, RawMail raw) {
        try {
            Optional<Verdict> verdict = desk.handle(letter);
            verdict.ifPresent(v -> log.info("Mail from {}: {} {}", letter.from(), v.outcome(), v.reason()));
            return true;
        } catch (TransientDataAccessException
                | DataAccessResourceFailureException
                | CannotCreateTransactionException e) {
            log.warn("A mail cannot be handled now; it is tried again: {}", problem(e));
            return false;
        } catch (RuntimeException | StackOverflowError e) {
            log.warn("A mail from {} cannot be handled", letter.from(), e);
            return desk.failed(letter, raw, problem(e));
        }
    }

    static String problem(Throwable e) {
        var root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        var text = root.getMessage() == null || root.getMessage().isBlank()
                ? root.getClass().getSimpleName()
                : root.getMessage().replace('\0', ' ').strip();
        return text.length() > 300 ? text.substring(0, 300) : text;
    }
}
