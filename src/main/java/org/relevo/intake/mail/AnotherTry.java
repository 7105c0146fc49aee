package org.relevo.intake.mail;

import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Audit;
import org.relevo.platform.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Handles a mail that has failed once more, when somebody has set right why it did. */
@Service
class AnotherTry {

    private static final Logger log = LoggerFactory.getLogger(AnotherTry.class);

    private final KeptMails mails;
    private final MailDesk desk;
    private final Audit audit;
    private final TransactionTemplate transaction;

    AnotherTry(KeptMails mails, MailDesk desk, Audit audit, PlatformTransactionManager transactions) {
        this.mails = mails;
        this.desk = desk;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    void of(long id, Actor by) {
        by.require(Role.ADMIN, Role.SERVICE_MANAGER);
        try {
            transaction.executeWithoutResult(status -> handle(id, by));
        } catch (Refusal.Conflict refused) {
            throw refused;
        } catch (RuntimeException | StackOverflowError e) {
            var problem = MailRound.problem(e);
            log.warn("Mail {} cannot be handled this time either", id, e);
            mails.failedAgain(id, problem);
            throw new Refusal.Conflict("The mail failed again: %s. Set that right, then try again.".formatted(problem));
        }
    }

    private void handle(long id, Actor by) {
        var raw = mails.take(id)
                .orElseThrow(
                        () -> new Refusal.Conflict(
                                "That mail is not among those that failed: it was handled meanwhile, or is no longer kept. Reload the page."));
        desk.handle(MailRound.letter(raw));
        mails.forget(id);
        audit.record(by.name(), "mail tried again", "mail-in/" + id, null);
    }
}
