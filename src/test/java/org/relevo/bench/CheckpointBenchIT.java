package org.relevo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.relevo.Relevo;
import org.relevo.calendar.Calendars;
import org.relevo.incident.Incidents;
import org.relevo.incident.RaiseIncident;
import org.relevo.people.Actor;
import org.relevo.rules.Rating;
import org.relevo.support.TestFolder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** How soon checkpoints are decided when they fall due, alone and all at once, and what they cost while none does. */
@Tag("bench")
@SpringBootTest(
        classes = Relevo.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "relevo.demo=true")
@ContextConfiguration(initializers = TestFolder.class)
@DirtiesContext
class CheckpointBenchIT {

    private static final int AT_ONCE = Integer.getInteger("relevo.bench.checkpoints", 10_000);
    private static final int OPEN = Integer.getInteger("relevo.bench.open", 100_000);
    private static final int CHUNK = 10_000;
    private static final int A_SECOND = 30;
    private static final int IDLE = Integer.getInteger("relevo.bench.idle", 30);
    private static final int SECONDS = Integer.getInteger("relevo.bench.seconds", 60);

    @Autowired
    Incidents incidents;

    @Autowired
    Calendars calendars;

    @Autowired
    JdbcClient jdbc;

    private final Figures figures = new Figures();

    @Test
    void printsTheFigures() throws Exception {
        figures.note("load of the machine at the beginning", load());
        var samples = List.of(
                raise(Rating.HIGH, Rating.HIGH),
                raise(Rating.HIGH, Rating.MEDIUM),
                raise(Rating.MEDIUM, Rating.MEDIUM),
                raise(Rating.LOW, Rating.LOW));
        calendarSum();
        TimeUnit.SECONDS.sleep(5);
        var empty = cpu(IDLE);
        try {
            // A node that has run for a while: code that is met for the first time is compiled before.
            atOnce(samples, 4_000_000, 2_000, new Figures());
            atOnce(samples, 2_000_000, AT_ONCE, figures);
            steady(samples);
            idle(samples, empty);
        } finally {
            figures.note("load of the machine at the end", load());
            System.out.println(figures);
        }
    }

    private String raise(Rating impact, Rating urgency) {
        return incidents
                .raise(
                        new RaiseIncident("Paint shop stands still", "", impact, urgency, "paint-shop-mes", "by hand"),
                        Actor.system("bench"))
                .number()
                .value();
    }

    /** Copies a case and its response commitment; the checkpoint at half of its target is due at a given instant. */
    private void copy(String sample, int first, int count, Instant due, Duration apart) {
        jdbc.sql("""
                insert into work_item select (jsonb_populate_record(null::work_item,
                    to_jsonb(w) || jsonb_build_object('number', 'INC-' || n))).*
                from work_item w, generate_series(:first, :last) n where w.number = :sample
                """)
                .param("first", first)
                .param("last", first + count - 1)
                .param("sample", sample)
                .update();
        jdbc.sql("""
                insert into commitment overriding system value
                select (jsonb_populate_record(null::commitment, to_jsonb(c) || jsonb_build_object('id', n,
                    'work_item', 'INC-' || n, 'state', 'RUNNING', 'passed', 0, 'ended_at', null,
                    'target_seconds', 7200, 'target_days', null, 'terms', '[]'::jsonb,
                    'started_at', due - interval '1 hour', 'due_at', due + interval '1 hour', 'next_at', due))).*
                from commitment c, generate_series(:first, :last) n,
                    lateral (select :due::timestamptz + (n - :first) * :apart * interval '1 millisecond' as due) at
                where c.work_item = :sample and c.metric = 'RESPONSE'
                """)
                .param("first", first)
                .param("last", first + count - 1)
                .param("sample", sample)
                .param("due", Timestamp.from(due))
                .param("apart", apart.toMillis())
                .update();
        jdbc.sql("""
                insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version, priority)
                select 'commitment-checkpoint', c.id::text, c.next_at, false, 1,
                    100 - 10 * (substr(w.priority, 2)::int - 1)
                from commitment c join work_item w on w.number = c.work_item where c.id between :first and :last
                """).param("first", first).param("last", first + count - 1).update();
    }

    private void steady(List<String> samples) throws InterruptedException {
        var first = 1_000_000;
        var count = A_SECOND * SECONDS;
        // A short run before, so that nothing is measured for the first time.
        copy(samples.get(0), 900_000, 300, Instant.now().plusSeconds(2), Duration.ofMillis(33));
        awaitMails(900_000, 300, 120);
        copy(samples.get(2), first, count, Instant.now().plusSeconds(5), Duration.ofMillis(1000 / A_SECOND));
        awaitMails(first, count, SECONDS + 120);
        var delays = jdbc.sql("""
                        select extract(epoch from e.started_at - (c.started_at + interval '1 hour'))::float8
                        from escalation e join commitment c on c.id = e.commitment
                        where c.id between ? and ? order by 1
                        """)
                .params(first, first + count - 1)
                .query(Double.class)
                .list();
        var half = delays.get(delays.size() / 2);
        var most = delays.get((int) (delays.size() * 0.99));
        figures.add("steady, 30 a second: half are decided within", half, "s", "at most 0.5 s", half <= 0.5);
        figures.add("steady, 30 a second: 99 % are decided within", most, "s", "at most 2 s", most <= 2);
        figures.add("steady, 30 a second: the earliest", delays.get(0), "s", "at least -1 s", delays.get(0) >= -1);
    }

    private void atOnce(List<String> samples, int first, int count, Figures table) throws InterruptedException {
        var each = count / 4;
        var later = Instant.now().plus(Duration.ofDays(1));
        for (var i = 0; i < 4; i++) {
            copy(samples.get(3 - i), first + i * each, each, later, Duration.ZERO);
        }
        jdbc.sql("analyze").update();
        var due = Instant.now().plusSeconds(3);
        jdbc.sql(
                        "update commitment set started_at = :due::timestamptz - interval '1 hour', next_at = :due where id between :first and :last")
                .param("due", Timestamp.from(due))
                .param("first", first)
                .param("last", first + count - 1)
                .update();
        jdbc.sql("""
                update scheduled_tasks set execution_time = ? where task_name = 'commitment-checkpoint'
                    and task_instance::bigint between ? and ?
                """).params(Timestamp.from(due), first, first + count - 1).update();
        var cpu = cpuSeconds();
        awaitMails(first, count, 600);
        var seconds = Duration.between(due, Instant.now()).toMillis() / 1000.0;
        table.note(
                "CPU for each of them, process and database", "%.1f ms".formatted((cpuSeconds() - cpu) * 1e3 / count));
        table.add(
                count + " checkpoints at once: all mails in the outbox after",
                seconds,
                "s",
                "at most 20 s",
                seconds <= 20);
        var early = jdbc.sql("""
                        select count(*) from outbox o join work_item w on w.number = o.work_item
                        where o.work_item = any (select 'INC-' || n from generate_series(:first, :last) n)
                            and exists (select from (select priority, max(id) last_id from outbox
                                join work_item on number = outbox.work_item
                                where outbox.work_item = any (select 'INC-' || n from generate_series(:first, :last) n)
                                group by priority) p where p.priority < w.priority and p.last_id > o.id)
                        """)
                .param("first", first)
                .param("last", first + count - 1)
                .query(Long.class)
                .single();
        table.add("… of which before one that is more severe", early, "", "at most 64 (in flight)", early <= 64);
    }

    private void awaitMails(int first, int count, int seconds) throws InterruptedException {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (mails(first, count) < count) {
            assertThat(System.nanoTime())
                    .as("%d of %d mails", mails(first, count), count)
                    .isLessThan(until);
            TimeUnit.MILLISECONDS.sleep(250);
        }
    }

    private long mails(int first, int count) {
        return jdbc.sql("select count(*) from escalation where commitment between ? and ?")
                .params(first, first + count - 1)
                .query(Long.class)
                .single();
    }

    private void idle(List<String> samples, double empty) throws InterruptedException {
        jdbc.sql("delete from scheduled_tasks").update();
        jdbc.sql("update commitment set next_at = null").update();
        jdbc.sql("update escalation set next_at = null").update();
        for (var done = 0; done < OPEN; done += CHUNK) {
            var due = Instant.now().plus(Duration.ofDays(30));
            copy(samples.get(3), 3_000_000 + done, Math.min(CHUNK, OPEN - done), due, Duration.ofMillis(1));
        }
        jdbc.sql("vacuum analyze").update();
        TimeUnit.SECONDS.sleep(5);
        var full = cpu(IDLE);
        figures.note("CPU in %d s, process and database, nothing open".formatted(IDLE), "%.2f s".formatted(empty));
        figures.note(
                "CPU in %d s, process and database, %,d open and nothing due".formatted(IDLE, OPEN),
                "%.2f s".formatted(full));
        figures.add("… the difference", full - empty, "s", "not measurable", full - empty <= 0.5);
    }

    private static double cpu(int seconds) throws InterruptedException {
        var before = cpuSeconds();
        TimeUnit.SECONDS.sleep(seconds);
        return cpuSeconds() - before;
    }

    private static double cpuSeconds() {
        var database = ProcessHandle.current()
                .descendants()
                .mapToLong(child ->
                        child.info().totalCpuDuration().map(Duration::toMillis).orElse(0L))
                .sum();
        var own = ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
        return own / 1e9 + database / 1e3;
    }

    private void calendarSum() {
        var time = calendars.find("office").orElseThrow().time();
        var from = Instant.parse("2026-01-01T00:00:00Z");
        var to = Instant.parse("2027-01-01T00:00:00Z");
        var sum = 0L;
        var best = Double.MAX_VALUE;
        for (var round = 0; round < 20; round++) {
            var begin = System.nanoTime();
            for (var i = 0; i < 2_000; i++) {
                sum += time.between(from.plusSeconds(i * 977L), to.plusSeconds(i))
                        .toSeconds();
            }
            best = Math.min(best, (System.nanoTime() - begin) / 2_000 / 1e3);
        }
        assertThat(sum).isPositive();
        figures.add("business time over a year, office hours of Madrid", best, "µs", "at most 20 µs", best <= 20);
    }

    private static String load() {
        return "%.1f".formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
