package org.relevo.notification;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.relevo.platform.Together;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps mails as rows of the caller's transaction, and wakes this node's senders after its commit. */
@Service
class StoredOutbox implements Outbox {

    private final MailRows rows;
    private final Together together;
    private final Consumer<List<Waiting>> write;

    StoredOutbox(MailRows rows, Wishes wishes, WakeUp wakeUp, Together together) {
        this.rows = rows;
        this.together = together;
        this.write = waiting -> {
            waiting.stream()
                    .collect(groupingBy(Waiting::at))
                    .forEach((at, mails) -> rows.add(
                            wishes.plan(mails.stream().map(Waiting::mail).toList(), at), at));
            wakeUp.afterCommit();
        };
    }

    private record Waiting(Mail mail, Instant at) {}

    @Override
    @Transactional
    public void add(List<Mail> mails, Instant at) {
        if (mails.isEmpty()) {
            return;
        }
        together.write(write, mails.stream().map(mail -> new Waiting(mail, at)).toList());
    }

    @Override
    public void withdraw(Collection<Long> escalations) {
        together.flush(write);
        rows.withdraw(escalations);
    }

    @Override
    public List<Entry> of(Collection<Long> escalations) {
        together.flush(write);
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
