package org.relevo.incident.communication;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relevo.notification.Outbox;
import org.relevo.rules.UpdateAudience;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads what became of updates on their way. */
@Component
class Receipts {

    private final JdbcTemplate jdbc;
    private final Outbox outbox;

    Receipts(JdbcTemplate jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    List<Sent> of(Collection<Update> updates) {
        var ids = updates.stream().map(Update::id).toArray(Long[]::new);
        var receipts = new HashMap<Long, List<Sent.Receipt>>();
        mails(ids, receipts);
        webhooks(ids, receipts);
        return updates.stream()
                .map(update -> new Sent(update, receipts.getOrDefault(update.id(), List.of())))
                .toList();
    }

    private void mails(Long[] ids, Map<Long, List<Sent.Receipt>> receipts) {
        record Row(
                long update,
                UpdateAudience audience,
                @Nullable String username,
                String recipient,
                String key) {}
        var rows = jdbc.query(
                "select * from incident_update_mail where update_id = any (?) order by audience, recipient",
                (row, i) -> new Row(
                        row.getLong("update_id"),
                        UpdateAudience.valueOf(row.getString("audience")),
                        row.getString("username"),
                        row.getString("recipient"),
                        row.getString("mail_key")),
                (Object) ids);
        var fates = outbox.fates(rows.stream().map(Row::key).toList());
        for (var row : rows) {
            var fate = fates.get(row.key());
            receipts.computeIfAbsent(row.update(), id -> new ArrayList<>())
                    .add(new Sent.Receipt(
                            row.audience(),
                            Sent.Channel.MAIL,
                            row.recipient(),
                            row.username(),
                            fate == null ? "DELETED" : fate.state(),
                            0,
                            fate == null ? null : fate.sentAt(),
                            fate == null ? null : fate.problem()));
        }
    }

    private void webhooks(Long[] ids, Map<Long, List<Sent.Receipt>> receipts) {
        jdbc.query(
                "select * from webhook_delivery where update_id = any (?) order by id",
                row -> {
                    var ended = row.getTimestamp("ended_at");
                    var receipt = new Sent.Receipt(
                            UpdateAudience.valueOf(row.getString("audience")),
                            Sent.Channel.WEBHOOK,
                            row.getString("webhook_name"),
                            null,
                            row.getString("state"),
                            row.getInt("attempts"),
                            ended == null ? null : ended.toInstant(),
                            row.getString("answer"));
                    receipts.computeIfAbsent(row.getLong("update_id"), id -> new ArrayList<>())
                            .add(receipt);
                },
                (Object) ids);
    }
}
