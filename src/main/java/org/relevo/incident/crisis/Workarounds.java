package org.relevo.incident.crisis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The workarounds of a case: deployed, seen to work, their risk accepted, withdrawn. */
@Component
public class Workarounds {

    private static final int LONGEST = 2000;

    private final CrisisLog log;
    private final JdbcClient jdbc;

    Workarounds(CrisisLog log, JdbcClient jdbc) {
        this.log = log;
        this.jdbc = jdbc;
    }

    /** All of a case: those in place first, then the newest. */
    public List<Workaround> of(WorkItemNumber number) {
        return jdbc.sql("""
                        select * from crisis_workaround where work_item = ?
                        order by withdrawn_at is not null, deployed_at desc, id desc
                        """).param(number.value()).query(Workarounds::read).list();
    }

    /**
     * What is known of a workaround when it is written down.
     *
     * @param at when it was deployed; null for now
     * @param by username of the one who deployed it; null for the one who writes
     */
    public record Deployment(
            @Nullable String text,
            @Nullable String effect,
            @Nullable String sideEffects,
            @Nullable Instant at,
            @Nullable String by) {}

    @Transactional
    public void deploy(WorkItemNumber number, Deployment what, @Nullable String once, Actor by) {
        var item = log.worked(number, by);
        var text = CrisisLog.text("workaround", what.text(), LONGEST, "Say what keeps things going.");
        var effect = CrisisLog.optional("effect", what.effect(), LONGEST);
        var sideEffects = CrisisLog.optional("sideEffects", what.sideEffects(), LONGEST);
        var at = deployedAt(item, what.at());
        var who = what.by() == null || what.by().isBlank()
                ? by.name()
                : log.worker("deployedBy", what.by()).username();
        if (!log.first(number, "workaround", once, by)) {
            return;
        }
        jdbc.sql("""
                        insert into crisis_workaround (work_item, text, effect, side_effects, deployed_at, deployed_by, noted_at,
                            noted_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        number.value(),
                        text,
                        effect,
                        sideEffects,
                        CrisisLog.at(at),
                        who,
                        CrisisLog.at(log.now()),
                        by.name())
                .update();
        log.tell(
                number,
                "WORKAROUND_DEPLOYED",
                "Workaround deployed by %s: %s".formatted(log.name(who), CrisisLog.quote(text)),
                by,
                what.at() == null ? null : "in place since " + log.time(item, at));
    }

    private Instant deployedAt(WorkItem item, @Nullable Instant given) {
        var at = Objects.requireNonNullElse(given, log.now());
        if (at.isAfter(log.now().plus(Duration.ofMinutes(1)))
                || at.isBefore(item.raisedAt().minus(Duration.ofDays(1)))) {
            throw new Refusal.Invalid(
                    "deployedAt",
                    "Give the time at which it was deployed: after %s was raised and not in the future."
                            .formatted(item.number()));
        }
        return at;
    }

    /**
     * Notes what a workaround does and what it does besides.
     *
     * @param version the version that the writer has seen; where it has changed since, nothing is written
     */
    @Transactional
    public void assess(
            WorkItemNumber number,
            long id,
            @Nullable String effect,
            @Nullable String sideEffects,
            int version,
            Actor by) {
        log.locked(number, by);
        var before = inPlace(number, id);
        var newEffect = CrisisLog.optional("effect", effect, LONGEST);
        var newSideEffects = CrisisLog.optional("sideEffects", sideEffects, LONGEST);
        if (before.effect().equals(newEffect) && before.sideEffects().equals(newSideEffects)) {
            return;
        }
        if (before.version() != version) {
            throw new Refusal.Conflict(
                    "Somebody has changed effect and side effects of this workaround meanwhile, and you have not seen it."
                            + " Compare both and save again.");
        }
        jdbc.sql("update crisis_workaround set effect = ?, side_effects = ?, version = version + 1 where id = ?")
                .params(newEffect, newSideEffects, id)
                .update();
        log.tell(
                number,
                "WORKAROUND_ASSESSED",
                "Workaround %s: effect %s, side effects %s"
                        .formatted(
                                CrisisLog.quote(before.text()),
                                newEffect.isEmpty() ? "not known" : CrisisLog.quote(newEffect),
                                newSideEffects.isEmpty() ? "not known" : CrisisLog.quote(newSideEffects)),
                by,
                null);
    }

    /** Only who answers for a service may accept what a workaround puts at risk. */
    @Transactional
    public void acceptRisk(WorkItemNumber number, long id, @Nullable String risk, Actor by) {
        by.require(Role.SERVICE_MANAGER);
        log.locked(number, by);
        var workaround = inPlace(number, id);
        if (workaround.riskAcceptedBy() != null) {
            return;
        }
        var accepted = CrisisLog.text("risk", risk, LONGEST, "Say which risk you accept, and until when.");
        jdbc.sql("update crisis_workaround set risk = ?, risk_accepted_at = ?, risk_accepted_by = ? where id = ?")
                .params(accepted, CrisisLog.at(log.now()), by.name(), id)
                .update();
        log.tell(
                number,
                "WORKAROUND_RISK_ACCEPTED",
                "Risk of the workaround %s accepted by %s"
                        .formatted(CrisisLog.quote(workaround.text()), log.name(by.name())),
                by,
                accepted);
    }

    @Transactional
    public void withdraw(WorkItemNumber number, long id, @Nullable String because, Actor by) {
        log.locked(number, by);
        var workaround = get(number, id);
        if (!workaround.inPlace()) {
            return;
        }
        var reason = CrisisLog.text("because", because, LONGEST, "Say why it is no longer in place.");
        jdbc.sql("update crisis_workaround set withdrawn_at = ?, withdrawn_by = ?, withdrawn_because = ? where id = ?")
                .params(CrisisLog.at(log.now()), by.name(), reason, id)
                .update();
        log.tell(
                number,
                "WORKAROUND_WITHDRAWN",
                "Workaround withdrawn: " + CrisisLog.quote(workaround.text()),
                by,
                reason);
    }

    private Workaround inPlace(WorkItemNumber number, long id) {
        var workaround = get(number, id);
        if (!workaround.inPlace()) {
            throw new Refusal.Conflict(
                    "This workaround was withdrawn and can no longer be changed. Deploy another one instead.");
        }
        return workaround;
    }

    private Workaround get(WorkItemNumber number, long id) {
        return of(number).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound(
                        "%s has no such workaround. Look for it in the crisis room.".formatted(number)));
    }

    private static Workaround read(ResultSet row, int index) throws SQLException {
        return new Workaround(
                row.getLong("id"),
                row.getString("text"),
                row.getString("effect"),
                row.getString("side_effects"),
                row.getInt("version"),
                row.getTimestamp("deployed_at").toInstant(),
                row.getString("deployed_by"),
                row.getTimestamp("noted_at").toInstant(),
                row.getString("noted_by"),
                row.getString("risk"),
                CrisisLog.instant(row.getTimestamp("risk_accepted_at")),
                row.getString("risk_accepted_by"),
                CrisisLog.instant(row.getTimestamp("withdrawn_at")),
                row.getString("withdrawn_by"),
                row.getString("withdrawn_because"));
    }
}
