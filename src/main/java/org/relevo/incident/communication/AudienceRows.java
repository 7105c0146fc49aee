package org.relevo.incident.communication;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.relevo.people.DemoSeeded;
import org.relevo.platform.Remembered;
import org.relevo.platform.SqlFile;
import org.relevo.rules.UpdateAudience;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The tables of audiences and their webhooks. */
@Repository
class AudienceRows {

    private final JdbcTemplate jdbc;
    private final SqlFile sql;
    private final Seal seal;
    private final Remembered<Map<String, Set<UpdateAudience>>> reached;

    AudienceRows(JdbcTemplate jdbc, SqlFile sql, Seal seal) {
        this.jdbc = jdbc;
        this.sql = sql;
        this.seal = seal;
        this.reached = new Remembered<>(Duration.ofSeconds(2), this::readReached);
    }

    /** The audiences of a service that are told anything, by mail, webhook or status page. Asked for every incident. */
    Set<UpdateAudience> reached(String service) {
        return reached.get().getOrDefault(service, Set.of());
    }

    /** The services of the demo organisation are there by now; with them goes what was entered here. */
    @EventListener
    @Order(1)
    void enterDemo(DemoSeeded seeded) {
        sql.run("demo/audiences.sql");
        forget();
    }

    void forget() {
        reached.forget();
    }

    private Map<String, Set<UpdateAudience>> readReached() {
        record Of(String service, UpdateAudience audience) {}
        return jdbc.query("""
                        select service, audience from service_audience
                        where cardinality(people) + cardinality(teams) + cardinality(addresses) > 0
                        union select service, audience from webhook where disabled_at is null and removed_at is null
                        union select service, 'USERS' from status_service
                        """, (row, i) -> new Of(row.getString(1), UpdateAudience.valueOf(row.getString(2)))).stream()
                .collect(Collectors.groupingBy(Of::service, Collectors.mapping(Of::audience, Collectors.toSet())));
    }

    List<ServiceAudience> of(String service) {
        var hooks = hooks(service);
        var kept = jdbc.query(
                "select * from service_audience where service = ?", (row, i) -> audience(row, hooks), service);
        return Arrays.stream(UpdateAudience.values())
                .map(audience -> kept.stream()
                        .filter(one -> one.audience() == audience)
                        .findFirst()
                        .orElseGet(() -> with(ServiceAudience.nobody(service, audience), hooks)))
                .toList();
    }

    private static ServiceAudience with(ServiceAudience one, List<Webhook> hooks) {
        return new ServiceAudience(
                one.service(),
                one.audience(),
                one.language(),
                one.people(),
                one.teams(),
                one.addresses(),
                hooks.stream().filter(hook -> hook.audience() == one.audience()).toList());
    }

    private static ServiceAudience audience(ResultSet row, List<Webhook> hooks) throws SQLException {
        var one = new ServiceAudience(
                row.getString("service"),
                UpdateAudience.valueOf(row.getString("audience")),
                Locale.forLanguageTag(row.getString("language")),
                texts(row.getArray("people")),
                texts(row.getArray("teams")),
                texts(row.getArray("addresses")),
                List.of());
        return with(one, hooks);
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    void save(ServiceAudience one) {
        jdbc.update(
                """
                insert into service_audience (service, audience, language, people, teams, addresses)
                values (?, ?, ?, ?, ?, ?)
                on conflict (service, audience) do update set language = excluded.language, people = excluded.people,
                    teams = excluded.teams, addresses = excluded.addresses
                """,
                one.service(),
                one.audience().name(),
                one.language().getLanguage(),
                one.people().toArray(String[]::new),
                one.teams().toArray(String[]::new),
                one.addresses().toArray(String[]::new));
        forget();
    }

    private List<Webhook> hooks(String service) {
        return jdbc.query(
                "select * from webhook where service = ? and removed_at is null order by id",
                (row, i) -> {
                    var disabledAt = row.getTimestamp("disabled_at");
                    return new Webhook(
                            row.getLong("id"),
                            row.getString("service"),
                            UpdateAudience.valueOf(row.getString("audience")),
                            row.getString("name"),
                            WebhookForm.valueOf(row.getString("form")),
                            row.getString("shown"),
                            disabledAt == null ? null : disabledAt.toInstant(),
                            row.getString("disabled_because"));
                },
                service);
    }

    void addHook(String service, UpdateAudience audience, String name, WebhookForm form, String address) {
        jdbc.update(
                "insert into webhook (service, audience, name, form, address, shown) values (?, ?, ?, ?, ?, ?)",
                service,
                audience.name(),
                name,
                form.name(),
                seal.close(address, service + "/" + audience),
                Webhook.masked(address));
        forget();
    }

    /** Its address is a secret that nobody needs any more; its name stays for the log of deliveries. */
    boolean removeHook(String service, long id, Instant at) {
        var removed = jdbc.update(
                "update webhook set removed_at = ?, address = '' where id = ? and service = ? and removed_at is null",
                Timestamp.from(at),
                id,
                service);
        forget();
        return removed == 1;
    }

    boolean enableHook(String service, long id) {
        var enabled = jdbc.update(
                "update webhook set disabled_at = null, disabled_because = null where id = ? and service = ? and removed_at is null",
                id,
                service);
        forget();
        return enabled == 1;
    }

    void disableHook(long id, String because, Instant at) {
        jdbc.update(
                "update webhook set disabled_at = ?, disabled_because = ? where id = ? and disabled_at is null",
                Timestamp.from(at),
                because,
                id);
        forget();
    }

    void showStatus(String service, boolean shown) {
        jdbc.update(
                shown
                        ? "insert into status_service (service) values (?) on conflict do nothing"
                        : "delete from status_service where service = ?",
                service);
        forget();
    }

    boolean showsStatus(String service) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from status_service where service = ?)", Boolean.class, service));
    }
}
