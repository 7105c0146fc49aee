package org.relevo.notification;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Reads and writes preferences about mail and their limits. */
@Repository
class PreferenceRows {

    private final JdbcTemplate jdbc;

    PreferenceRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** By username; who has chosen nothing is not in it. */
    Map<String, MailPreference> of(Collection<String> usernames) {
        var found = new HashMap<String, MailPreference>();
        jdbc.query(
                "select * from mail_preference where username = any (?)",
                row -> {
                    found.put(row.getString("username"), preference(row));
                },
                (Object) usernames.toArray(String[]::new));
        return found;
    }

    void keep(String username, MailPreference chosen) {
        jdbc.update(
                """
                insert into mail_preference (username, unwanted, quiet_from, quiet_until, quiet_days) values (?, ?, ?, ?, ?)
                on conflict (username) do update set unwanted = excluded.unwanted, quiet_from = excluded.quiet_from,
                    quiet_until = excluded.quiet_until, quiet_days = excluded.quiet_days
                """,
                username,
                chosen.unwanted().stream().map(Enum::name).sorted().toArray(String[]::new),
                chosen.quiet().from(),
                chosen.quiet().until(),
                chosen.quiet().days().stream().map(DayOfWeek::getValue).sorted().toArray(Integer[]::new));
    }

    List<MailPolicy> policy() {
        return jdbc
                .query(
                        "select * from mail_policy",
                        (row, i) -> new MailPolicy(
                                MailKind.valueOf(row.getString("kind")),
                                row.getBoolean("may_be_unwanted"),
                                MailPolicy.Passing.valueOf(row.getString("in_quiet_hours"))))
                .stream()
                .sorted(java.util.Comparator.comparing(MailPolicy::kind))
                .toList();
    }

    void limit(MailPolicy limit) {
        jdbc.update(
                "update mail_policy set may_be_unwanted = ?, in_quiet_hours = ? where kind = ?",
                limit.mayBeUnwanted(),
                limit.inQuietHours().name(),
                limit.kind().name());
    }

    private static MailPreference preference(ResultSet row) throws SQLException {
        var unwanted = Arrays.stream((String[]) elements(row.getArray("unwanted")))
                .map(MailKind::valueOf)
                .collect(Collectors.toSet());
        var days = Arrays.stream((Integer[]) elements(row.getArray("quiet_days")))
                .map(DayOfWeek::of)
                .collect(Collectors.toSet());
        return new MailPreference(
                unwanted,
                new QuietHours(
                        row.getObject("quiet_from", LocalTime.class),
                        row.getObject("quiet_until", LocalTime.class),
                        days));
    }

    private static Object elements(Array array) throws SQLException {
        return array.getArray();
    }
}
