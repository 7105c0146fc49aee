package org.relevo.people.signin;

import org.relevo.people.SessionsRevoked;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Ends the sessions of a person whose password has changed or who was disabled. */
@Component
class RevokedSessions {

    private final FindByIndexNameSessionRepository<?> sessions;

    RevokedSessions(FindByIndexNameSessionRepository<?> sessions) {
        this.sessions = sessions;
    }

    @TransactionalEventListener
    void end(SessionsRevoked revoked) {
        sessions.findByPrincipalName(revoked.username()).keySet().stream()
                .filter(session -> !session.equals(revoked.except()))
                .forEach(sessions::deleteById);
    }
}
