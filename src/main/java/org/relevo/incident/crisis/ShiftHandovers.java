package org.relevo.incident.crisis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hand-overs between shifts: signed by the one who leaves, accepted by the one who takes over, kept as they were. */
@Component
public class ShiftHandovers {

    private static final int LONGEST = 20_000;

    private final CrisisLog log;
    private final CrisisRoles roles;
    private final JdbcClient jdbc;

    ShiftHandovers(CrisisLog log, CrisisRoles roles, JdbcClient jdbc) {
        this.log = log;
        this.roles = roles;
        this.jdbc = jdbc;
    }

    /** All of a case, the newest first. */
    public List<ShiftHandover> of(WorkItemNumber number) {
        return jdbc.sql("select * from crisis_handover where work_item = ? order by signed_at desc, id desc")
                .param(number.value())
                .query(ShiftHandovers::read)
                .list();
    }

    /** Signs a summary for the one who takes over; whatever roles the signer has go with it once it is accepted. */
    @Transactional
    public void sign(
            WorkItemNumber number, @Nullable String to, @Nullable String summary, @Nullable String once, Actor by) {
        log.locked(number, by);
        requirePerson(by);
        var taker = log.worker("to", to);
        if (taker.username().equals(by.name())) {
            throw new Refusal.Invalid("to", "Choose somebody else: nobody hands over to themselves.");
        }
        var text = CrisisLog.text("summary", summary, LONGEST, "Write what the next shift has to know.");
        if (!log.first(number, "handover", once, by)) {
            return;
        }
        var theirs = roles.of(number).stream()
                .filter(one -> one.username().equals(by.name()))
                .map(one -> one.role().name())
                .toArray(String[]::new);
        jdbc.sql("""
                        insert into crisis_handover (work_item, summary, from_username, to_username, roles, signed_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(number.value(), text, by.name(), taker.username(), theirs, CrisisLog.at(log.now()))
                .update();
        log.tell(
                number,
                "HANDOVER_SIGNED",
                "Hand-over signed by %s for %s".formatted(log.name(by.name()), taker.name()),
                by,
                text);
    }

    /** Takes over: only the one it was signed for can. The roles that the other still has change hands. */
    @Transactional
    public void accept(WorkItemNumber number, long id, Actor by) {
        log.locked(number, by);
        requirePerson(by);
        var handover = of(number).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound(
                        "%s has no such hand-over. Look for it in the crisis room.".formatted(number)));
        if (!handover.to().equals(by.name())) {
            throw new Refusal.NotAllowed("This hand-over is for %s, who alone can accept it. Ask %s for one to you."
                    .formatted(log.name(handover.to()), log.name(handover.from())));
        }
        if (handover.acceptedAt() != null) {
            return;
        }
        jdbc.sql("update crisis_handover set accepted_at = ? where id = ?")
                .params(CrisisLog.at(log.now()), id)
                .update();
        log.tell(
                number,
                "HANDOVER_ACCEPTED",
                "%s took over from %s".formatted(log.name(by.name()), log.name(handover.from())),
                by,
                null);
        roles.of(number).stream()
                .filter(one -> one.username().equals(handover.from())
                        && handover.roles().contains(one.role()))
                .forEach(one -> roles.give(number, one.role(), by.name(), by));
    }

    private static void requirePerson(Actor by) {
        by.require(Role.AGENT, Role.SERVICE_MANAGER);
        if (by.kind() != Actor.Kind.PERSON) {
            throw new Refusal.NotAllowed("A hand-over is between people. Sign in as the one who leaves or takes over.");
        }
    }

    private static ShiftHandover read(ResultSet row, int index) throws SQLException {
        return new ShiftHandover(
                row.getLong("id"),
                row.getString("summary"),
                row.getString("from_username"),
                row.getString("to_username"),
                roles((String[]) row.getArray("roles").getArray()),
                row.getTimestamp("signed_at").toInstant(),
                CrisisLog.instant(row.getTimestamp("accepted_at")));
    }

    private static Set<CrisisRole> roles(String[] names) {
        return Arrays.stream(names).map(CrisisRole::valueOf).collect(Collectors.toCollection(TreeSet::new));
    }
}
