package org.relevo.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.people.DemoRemoved;
import org.relevo.people.DemoSeeded;
import org.relevo.platform.Refusal;
import org.relevo.platform.Remembered;
import org.relevo.platform.SqlFile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers from a reading of the catalogue that is at most two seconds old. */
@Component
class StoredServices implements Services {

    private final JdbcClient jdbc;
    private final SqlFile sql;
    private final Remembered<List<Service>> services;

    StoredServices(JdbcClient jdbc, SqlFile sql) {
        this.jdbc = jdbc;
        this.sql = sql;
        this.services = new Remembered<>(Duration.ofSeconds(2), this::read);
    }

    @Override
    public Optional<Service> find(String key) {
        return all().stream().filter(service -> service.key().equals(key)).findFirst();
    }

    @Override
    public List<Service> all() {
        return services.get();
    }

    /** As it stands in this transaction, which holds it until its end. */
    Service locked(String key) {
        return jdbc.sql("select * from service where key = :key for update")
                .param("key", key)
                .query(StoredServices::service)
                .optional()
                .orElseThrow(() -> unknown(key));
    }

    /** As it stands in this transaction, however old the reading is. */
    Service fresh(String key) {
        return jdbc.sql("select * from service where key = :key")
                .param("key", key)
                .query(StoredServices::service)
                .optional()
                .orElseThrow(() -> unknown(key));
    }

    static Refusal.NotFound unknown(String key) {
        return new Refusal.NotFound(
                "There is no service %s. The list of services shows which there are.".formatted(key));
    }

    void forget() {
        services.forget();
    }

    private List<Service> read() {
        return jdbc.sql("select * from service order by name, key")
                .query(StoredServices::service)
                .list();
    }

    private static Service service(ResultSet row, int number) throws SQLException {
        return new Service(
                Objects.requireNonNull(row.getString("key")),
                Objects.requireNonNull(row.getString("name")),
                Objects.requireNonNull(row.getString("description")),
                Objects.requireNonNull(row.getString("tier")),
                row.getString("team"),
                row.getString("owner"),
                rate(row),
                Lifecycle.valueOf(row.getString("lifecycle")),
                row.getBoolean("demo"));
    }

    private static @Nullable HourlyRate rate(ResultSet row) throws SQLException {
        var amount = row.getBigDecimal("rate_per_hour");
        return amount == null ? null : new HourlyRate(amount, Objects.requireNonNull(row.getString("rate_currency")));
    }

    /** Before whatever other modules enter for these services. */
    @EventListener
    @Order(0)
    void enterDemo(DemoSeeded seeded) {
        sql.run("demo/services.sql");
        services.forget();
    }

    @EventListener
    void removeDemo(DemoRemoved removed) {
        jdbc.sql("delete from service_manager where service in (select key from service where demo)")
                .update();
        jdbc.sql("delete from service where demo").update();
        services.forget();
    }
}
