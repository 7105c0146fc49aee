package org.relevo.incident.crisis;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who leads a crisis, who leads its repair, who tells those concerned. */
@Component
public class CrisisRoles {

    private final CrisisLog log;
    private final JdbcClient jdbc;

    CrisisRoles(CrisisLog log, JdbcClient jdbc) {
        this.log = log;
        this.jdbc = jdbc;
    }

    public List<RoleHolder> of(WorkItemNumber number) {
        return jdbc.sql("select role, username, since, by_whom from crisis_role where work_item = ?")
                .param(number.value())
                .query((row, i) -> new RoleHolder(
                        CrisisRole.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getTimestamp(3).toInstant(),
                        row.getString(4)))
                .list();
    }

    Optional<RoleHolder> holder(WorkItemNumber number, CrisisRole role) {
        return of(number).stream().filter(one -> one.role() == role).findFirst();
    }

    /** Gives a role to somebody, who may be the one who acts; doing it again changes nothing. */
    @Transactional
    public void assign(WorkItemNumber number, CrisisRole role, @Nullable String username, Actor by) {
        log.locked(number, by);
        give(number, role, log.worker("username", username).username(), by);
    }

    /** In a transaction in which the case is locked. */
    void give(WorkItemNumber number, CrisisRole role, String username, Actor by) {
        var before = holder(number, role).orElse(null);
        if (before != null && before.username().equals(username)) {
            return;
        }
        jdbc.sql("""
                        insert into crisis_role (work_item, role, username, since, by_whom) values (?, ?, ?, ?, ?)
                        on conflict (work_item, role) do update
                        set username = excluded.username, since = excluded.since, by_whom = excluded.by_whom
                        """)
                .params(number.value(), role.name(), username, CrisisLog.at(log.now()), by.name())
                .update();
        var who = log.name(username);
        var from = before == null ? "" : " from " + log.name(before.username());
        log.tell(
                number,
                "ROLE_TAKEN",
                username.equals(by.name())
                        ? "%s took over as %s%s".formatted(who, role.word(), from)
                        : "%s is now %s%s".formatted(who, role.word(), from.isEmpty() ? "" : ", taking over" + from),
                by,
                null);
    }

    /** Leaves a role without a holder. */
    @Transactional
    public void vacate(WorkItemNumber number, CrisisRole role, Actor by) {
        log.locked(number, by);
        var before = holder(number, role);
        if (before.isPresent()) {
            jdbc.sql("delete from crisis_role where work_item = ? and role = ?")
                    .params(number.value(), role.name())
                    .update();
            log.tell(
                    number,
                    "ROLE_LEFT",
                    "%s is no longer %s; nobody is"
                            .formatted(log.name(before.get().username()), role.word()),
                    by,
                    null);
        }
    }
}
