package org.relevo.incident.communication;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.rules.UpdateAudience;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The tables of what is posted to webhooks. */
@Repository
class DeliveryRows {

    private final JdbcTemplate jdbc;

    DeliveryRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds deliveries to every webhook of an audience that is not disabled, and answers their ids. */
    List<Long> add(long update, String workItem, String service, UpdateAudience audience, Instant at) {
        return jdbc.queryForList(
                """
                insert into webhook_delivery (update_id, work_item, audience, webhook, webhook_name, state, created_at, next_at)
                select ?, ?, audience, id, name, 'PENDING', ?, ? from webhook
                where service = ? and audience = ? and disabled_at is null and removed_at is null order by id
                on conflict do nothing returning id
                """, Long.class, update, workItem, Timestamp.from(at), Timestamp.from(at), service, audience.name());
    }

    /**
     * A message that is still to be posted.
     *
     * @param webhook null where it was removed meanwhile
     * @param open whether its webhook still takes messages
     */
    record Waiting(
            long id,
            String workItem,
            @Nullable Long webhook,
            String webhookName,
            UpdateAudience audience,
            boolean open,
            @Nullable String address,
            @Nullable String service,
            @Nullable WebhookForm form,
            String subject,
            String body,
            int attempts,
            Instant createdAt) {}

    Optional<Waiting> waiting(long id) {
        return jdbc
                .query(
                        """
                        select d.*, h.address, h.service, h.form, h.disabled_at is null and h.removed_at is null as open, t.subject, t.body
                        from webhook_delivery d
                            join incident_update_text t on t.update_id = d.update_id and t.audience = d.audience
                            left join webhook h on h.id = d.webhook
                        where d.id = ? and d.ended_at is null
                        """,
                        (row, i) -> {
                            var form = row.getString("form");
                            return new Waiting(
                                    row.getLong("id"),
                                    row.getString("work_item"),
                                    row.getObject("webhook", Long.class),
                                    row.getString("webhook_name"),
                                    UpdateAudience.valueOf(row.getString("audience")),
                                    row.getBoolean("open"),
                                    row.getString("address"),
                                    row.getString("service"),
                                    form == null ? null : WebhookForm.valueOf(form),
                                    row.getString("subject"),
                                    row.getString("body"),
                                    row.getInt("attempts"),
                                    row.getTimestamp("created_at").toInstant());
                        },
                        id)
                .stream()
                .findFirst();
    }

    /** Notes an attempt, unless another node has noted a later one. */
    boolean note(Waiting waiting, WebhookCall.Answer answer, String state, @Nullable Instant next, Instant at) {
        var noted = jdbc.update(
                """
                update webhook_delivery set state = ?, attempts = attempts + 1, answer = ?, next_at = ?, ended_at = ?
                where id = ? and ended_at is null and attempts = ?
                """,
                state,
                answer.text(),
                next == null ? null : Timestamp.from(next),
                next == null ? Timestamp.from(at) : null,
                waiting.id(),
                waiting.attempts());
        if (noted == 1) {
            jdbc.update(
                    "insert into webhook_attempt (delivery, attempt, at, status, answer) values (?, ?, ?, ?, ?)",
                    waiting.id(),
                    waiting.attempts() + 1,
                    Timestamp.from(at),
                    answer.status(),
                    answer.text());
        }
        return noted == 1;
    }

    void cancel(long id, String because, Instant at) {
        jdbc.update(
                "update webhook_delivery set state = 'CANCELLED', answer = ?, next_at = null, ended_at = ? where id = ?",
                because,
                Timestamp.from(at),
                id);
    }
}
