package org.relevo.workflow.insight;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.relevo.platform.Refusal;
import org.relevo.workflow.guard.ModelOutline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads from the engine's tables how a process runs, over all its versions. */
@Component
public class Insight {

    private final InsightRows rows;
    private final RepositoryService repository;
    private final Clock clock;

    Insight(InsightRows rows, RepositoryService repository, Clock clock) {
        this.rows = rows;
        this.repository = repository;
        this.clock = clock;
    }

    /** How a process runs; cases that ended by themselves, of which the ways know the newest 5,000. */
    public record Process(
            String key,
            String name,
            int version,
            Instant since,
            long running,
            long ended,
            List<Step> steps,
            List<Way> ways) {}

    @Transactional(readOnly = true)
    public Process of(String key, Period period) {
        var newest = newest(key);
        var since = period.since(clock.instant());
        var drawing = Drawing.of(newest, repository);
        var ways = rows.ways(key, since);
        return new Process(
                key,
                name(newest),
                newest.getVersion(),
                since,
                rows.running(key),
                ways.stream().mapToLong(InsightRows.Taken::cases).sum(),
                steps(key, since, drawing),
                ways(ways, drawing));
    }

    private List<Step> steps(String key, Instant since, Drawing drawing) {
        var waiting = rows.waiting(key, clock.instant());
        var passed = fired(rows.passed(key, since), drawing);
        // in the order of the model, and then what only an older version had
        var ids = new LinkedHashSet<String>();
        drawing.steps().stream()
                .map(ModelOutline.Part::id)
                .filter(id -> waiting.containsKey(id) || passed.containsKey(id))
                .forEach(ids::add);
        waiting.keySet().stream().sorted().forEach(ids::add);
        passed.entrySet().stream()
                .filter(one -> Drawing.step(one.getValue().kind()))
                .map(Map.Entry::getKey)
                .sorted()
                .forEach(ids::add);
        return ids.stream()
                .map(id -> step(id, drawing, waiting.get(id), passed.get(id)))
                .toList();
    }

    /** A boundary event is passed as often as what leaves it; how long it listened says nothing. */
    private static Map<String, InsightRows.Passed> fired(Map<String, InsightRows.Passed> passed, Drawing drawing) {
        var fired = new HashMap<>(passed);
        drawing.boundaries().forEach((event, flows) -> {
            var times = flows.stream()
                    .map(passed::get)
                    .filter(Objects::nonNull)
                    .mapToLong(InsightRows.Passed::times)
                    .max()
                    .orElse(0);
            if (times > 0) {
                fired.put(event, new InsightRows.Passed("boundaryEvent", times, null, null, 0, 0));
            }
        });
        return fired;
    }

    private static Step step(
            String id, Drawing drawing, InsightRows.@Nullable Waiting waiting, InsightRows.@Nullable Passed passed) {
        var part = drawing.part(id);
        return new Step(
                id,
                drawing.name(id).orElse(id),
                part != null ? part.tag() : passed != null ? passed.kind() : "",
                waiting == null ? 0 : waiting.cases(),
                waiting == null ? 0 : waiting.overdue(),
                waiting == null ? null : waiting.since(),
                passed == null ? 0 : passed.times(),
                passed == null ? null : passed.mean(),
                passed == null ? null : passed.ninety(),
                passed == null ? 0 : passed.due(),
                passed == null ? 0 : passed.late(),
                part != null);
    }

    private static List<Way> ways(List<InsightRows.Taken> taken, Drawing drawing) {
        var all = taken.stream().mapToLong(InsightRows.Taken::cases).sum();
        return taken.stream()
                .limit(InsightRows.WAYS)
                .map(one -> way(one, drawing.whole(one.elements()), drawing, all))
                .toList();
    }

    private static Way way(InsightRows.Taken taken, List<String> elements, Drawing drawing, long all) {
        return new Way(
                elements,
                drawing.steps().stream()
                        .filter(part -> elements.contains(part.id()))
                        .flatMap(part -> drawing.name(part.id()).stream())
                        .toList(),
                taken.cases(),
                (int) Math.round(100.0 * taken.cases() / all),
                taken.mean(),
                taken.ninety());
    }

    /** An element of a process by its id and name, whichever version had it. */
    public String element(String key, String element) {
        var drawing = Drawing.of(newest(key), repository);
        if (drawing.part(element) == null && !rows.known(key, element)) {
            throw new Refusal.NotFound("No case of %s has come to an element %s, and its newest version has none."
                    .formatted(key, element));
        }
        return drawing.name(element).orElse(element);
    }

    public String name(String key) {
        return name(newest(key));
    }

    public long countWaiting(String key, String element) {
        return rows.countWaiting(key, element);
    }

    public long countPassed(String key, String element, Period period) {
        return rows.countPassed(key, left(key, element), period.since(clock.instant()));
    }

    /** Those that stand there, the longest first. */
    public List<Passage> waiting(String key, String element, int page, int size) {
        return rows.waitingAt(key, element, clock.instant(), page, size);
    }

    /** Those that left it in the period, the longest first. */
    public List<Passage> slowest(String key, String element, Period period, int page, int size) {
        return rows.slowestAt(key, left(key, element), period.since(clock.instant()), page, size);
    }

    /** By what the engine keeps that an element was left: of a boundary event that fired, by what leaves it. */
    private List<String> left(String key, String element) {
        var flows = Drawing.of(newest(key), repository).boundaries().get(element);
        return flows == null || flows.isEmpty() ? List.of(element) : flows;
    }

    private ProcessDefinition newest(String key) {
        return repository.createProcessDefinitionQuery().processDefinitionKey(key).latestVersion().list().stream()
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound(
                        "There is no process %s. Choose one from the list of processes.".formatted(key)));
    }

    private static String name(ProcessDefinition found) {
        return found.getName() == null ? found.getKey() : found.getName();
    }
}
