package org.relevo.service;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.platform.Audit;
import org.relevo.platform.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a month of a service costs, and what was set aside for it. */
@Component
public class RunCosts {

    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final StoredServices services;
    private final Audit audit;
    private final Clock clock;

    RunCosts(JdbcClient jdbc, StoredServices services, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.services = services;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The cost of a month from a day on, until the next such day.
     *
     * @param budget for a month, in the same currency; null where none was set aside
     * @param agreedBy who agreed to it; null where nobody has yet
     */
    public record RunCost(
            long id,
            LocalDate validFrom,
            BigDecimal amount,
            @Nullable BigDecimal budget,
            String currency,
            String note,
            @Nullable String agreedBy,
            @Nullable Instant agreedAt) {

        public boolean agreed() {
            return agreedBy != null;
        }

        public boolean withinBudget() {
            return budget != null && amount.compareTo(budget) <= 0;
        }
    }

    /** The latest first. */
    public List<RunCost> ofService(String key) {
        return jdbc.sql("select * from service_cost where service = :key order by valid_from desc")
                .param("key", key)
                .query((row, i) -> new RunCost(
                        row.getLong("id"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getBigDecimal("amount"),
                        row.getBigDecimal("budget"),
                        row.getString("currency"),
                        row.getString("note"),
                        row.getString("agreed_by"),
                        row.getTimestamp("agreed_at") == null
                                ? null
                                : row.getTimestamp("agreed_at").toInstant()))
                .list();
    }

    /** What counts on a day; empty before the first. */
    public Optional<RunCost> on(String key, LocalDate day) {
        return ofService(key).stream()
                .filter(one -> !one.validFrom().isAfter(day))
                .findFirst();
    }

    /** What counts today or, where nothing does yet, what will count first. */
    public Optional<RunCost> current(String key) {
        var all = ofService(key);
        return on(key, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .or(() -> all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1)));
    }

    /**
     * Enters the cost from a day on, or corrects the one of that day, which then has to be agreed to anew.
     *
     * @param typed validFrom, amount, budget, currency, note
     */
    @Transactional
    public RunCost enter(String key, Map<String, String> typed, Actor by) {
        services.locked(key).requireKeeper(by);
        var cost = read(typed);
        var known = ofService(key);
        if (known.size() >= MOST) {
            throw new Refusal.Invalid("validFrom", "A service keeps at most %d costs. Remove one.".formatted(MOST));
        }
        jdbc.sql("""
                insert into service_cost (service, valid_from, amount, budget, currency, note)
                values (:key, :from, :amount, :budget, :currency, :note)
                on conflict (service, valid_from) do update set amount = excluded.amount, budget = excluded.budget,
                    currency = excluded.currency, note = excluded.note, agreed_by = null, agreed_at = null
                """)
                .param("key", key)
                .param("from", cost.validFrom())
                .param("amount", cost.amount())
                .param("budget", cost.budget(), java.sql.Types.NUMERIC)
                .param("currency", cost.currency())
                .param("note", cost.note())
                .update();
        var entered = on(key, cost.validFrom()).orElseThrow();
        audit.record(by.name(), "service cost entered", key, said(entered));
        return entered;
    }

    /** Somebody who keeps the service agrees to pay it. */
    @Transactional
    public RunCost agree(String key, long id, Actor by) {
        services.locked(key).requireKeeper(by);
        var cost = get(key, id);
        if (!cost.agreed()) {
            jdbc.sql("update service_cost set agreed_by = :by, agreed_at = :at where id = :id")
                    .param("by", by.name())
                    .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("id", id)
                    .update();
            audit.record(by.name(), "service cost agreed", key, said(cost));
        }
        return get(key, id);
    }

    @Transactional
    public void remove(String key, long id, Actor by) {
        services.locked(key).requireKeeper(by);
        var cost = get(key, id);
        jdbc.sql("delete from service_cost where id = :id").param("id", id).update();
        audit.record(by.name(), "service cost removed", key, said(cost));
    }

    private RunCost get(String key, long id) {
        return ofService(key).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound(
                        "The service %s has no cost %d. Its page lists those it has.".formatted(key, id)));
    }

    private static RunCost read(Map<String, String> values) {
        var typed = new Typed(values);
        var from = typed.day("validFrom");
        var amount = typed.number("amount", 12, 2);
        var budget = typed.numberOrNull("budget", 12, 2);
        var currency = typed.text("currency").toUpperCase(Locale.ROOT);
        if (!HourlyRate.known(currency)) {
            typed.problem("currency", "Give the three letters of a currency, such as EUR.");
        }
        var note = typed.optional("note", 500);
        typed.check();
        return new RunCost(0, from, amount, budget, currency, note, null, null);
    }

    private static String said(RunCost cost) {
        return "%s %s a month from %s, budget %s"
                .formatted(
                        cost.amount(),
                        cost.currency(),
                        cost.validFrom(),
                        Objects.requireNonNullElse(cost.budget(), "none"));
    }
}
