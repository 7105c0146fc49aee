package org.relevo.notification;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps mails as rows of the caller's transaction, and wakes this node's senders after its commit. */
@Service
class StoredOutbox implements Outbox {

    private final MailRows rows;
    private final Wishes wishes;
    private final WakeUp wakeUp;

    StoredOutbox(MailRows rows, Wishes wishes, WakeUp wakeUp) {
        this.rows = rows;
        this.wishes = wishes;
        this.wakeUp = wakeUp;
    }

    @Override
    @Transactional
    public void add(List<Mail> mails, Instant at) {
        if (mails.isEmpty()) {
            return;
        }
        rows.add(wishes.plan(mails, at), at);
        wakeUp.afterCommit();
    }

    @Override
    public void withdraw(Collection<Long> escalations) {
        rows.withdraw(escalations);
    }

    @Override
    public List<Entry> of(Collection<Long> escalations) {
        return rows.of(escalations);
    }

    @Override
    public Map<String, Fate> fates(Collection<String> uniqueKeys) {
        return rows.fates(uniqueKeys);
    }

    @Override
    public Optional<Sent> byMessageId(String messageId) {
        return rows.byMessageId(messageId);
    }
}
