package org.relevo.people.signin;

import java.util.ArrayList;
import org.relevo.people.Actor;
import org.relevo.people.PasswordRule;
import org.relevo.people.SessionsRevoked;
import org.relevo.platform.Audit;
import org.relevo.platform.Refusal;
import org.relevo.platform.Refusal.FieldProblem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A person's change of the own password, which ends every session of that person but the present one. */
@Component
public class OwnPassword {

    private final JdbcClient jdbc;
    private final PasswordSignIn signIn;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Audit audit;

    OwnPassword(
            JdbcClient jdbc,
            PasswordSignIn signIn,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Audit audit) {
        this.jdbc = jdbc;
        this.signIn = signIn;
        this.transaction = transaction;
        this.events = events;
        this.audit = audit;
    }

    /**
     * @param address where the request came from: guesses of the present password count as failed sign-ins
     * @param session the session that goes on
     */
    public void change(Actor by, String present, String wanted, String again, String address, String session) {
        if (by.kind() != Actor.Kind.PERSON) {
            throw new Refusal.NotAllowed("%s is no person and has no password.".formatted(by.name()));
        }
        var problems = new ArrayList<FieldProblem>();
        PasswordRule.problem(wanted).ifPresent(text -> problems.add(new FieldProblem("wanted", text)));
        if (!wanted.equals(again)) {
            problems.add(new FieldProblem("again", "This differs from the new password. Type the same twice."));
        }
        try {
            if (!signIn.isRight(by.name(), present, address)) {
                problems.add(0, new FieldProblem("present", "This is not your present password."));
            }
        } catch (TooManySignIns e) {
            problems.add(0, new FieldProblem("present", "Too many attempts failed. Wait 15 minutes and try again."));
        }
        if (!problems.isEmpty()) {
            throw new Refusal.Invalid(problems);
        }
        var hash = signIn.hash(wanted);
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update person set password_hash = :hash where username = :username")
                    .param("hash", hash)
                    .param("username", by.name())
                    .update();
            audit.record(by.name(), "own password changed", by.name(), null);
            events.publishEvent(new SessionsRevoked(by.name(), session));
        });
    }
}
