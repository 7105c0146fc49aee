package org.relevo.notification;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wakes this node's senders, where it has any, when the caller's transaction has committed. */
@Component
class WakeUp {

    private final ObjectProvider<MailSenders> senders;

    WakeUp(ObjectProvider<MailSenders> senders) {
        this.senders = senders;
    }

    void afterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                senders.ifAvailable(MailSenders::wake);
            }
        });
    }
}
