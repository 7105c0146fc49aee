package org.relevo.workflow.designer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.flowable.engine.ManagementService;
import org.flowable.engine.ProcessMigrationService;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.runtime.ActivityInstance;
import org.flowable.engine.runtime.ProcessInstance;
import org.flowable.job.api.Job;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.workflow.guard.ModelOutline;
import org.relevo.workflow.guard.ModelOutline.Part;
import org.springframework.stereotype.Component;

/** Says of each case that runs by an older version what would become of it by the newest; changes nothing. */
@Component
public class Migrations {

    private final RuntimeService runtime;
    private final ManagementService jobs;
    private final ProcessMigrationService migration;
    private final DeployedModels deployed;

    Migrations(
            RuntimeService runtime,
            ManagementService jobs,
            ProcessMigrationService migration,
            DeployedModels deployed) {
        this.runtime = runtime;
        this.jobs = jobs;
        this.migration = migration;
        this.deployed = deployed;
    }

    /** What becomes of a timer: it keeps its time, it begins anew, or there is none any more. */
    public enum Fate {
        STAYS,
        ANEW,
        GONE
    }

    /** @param at when it would fire */
    public record Timer(String element, @Nullable Instant at, Fate fate) {}

    /**
     * What would become of a case.
     *
     * @param stands the elements that it stands at
     * @param lost those of them that the new version has not; it cannot be moved while it stands there
     * @param problems why the engine would refuse, in its words
     */
    public record Forecast(
            String instance,
            @Nullable String workItem,
            int version,
            List<String> stands,
            List<String> lost,
            List<Timer> timers,
            List<String> problems) {

        public boolean possible() {
            return lost.isEmpty() && problems.isEmpty();
        }
    }

    /** How many cases run by an older version. */
    public long count(String key) {
        return runtime.createProcessInstanceQuery().processDefinitionKey(key).count()
                - runtime.createProcessInstanceQuery()
                        .processDefinitionId(deployed.latest(key).definition())
                        .count();
    }

    /** Case by case, in the order of the engine's ids. */
    public List<Forecast> forecast(String key, int page, int size, Actor by) {
        by.require(Role.PROCESS_ADMIN);
        var target = deployed.latest(key);
        var parts = parts(target);
        return deployed.older(target, page, size).stream()
                .flatMap(instance -> instance(instance).stream())
                .map(instance -> forecast(instance, target.definition(), parts))
                .toList();
    }

    /** Nothing of a case that has ended. */
    Optional<Forecast> forecast(String instance, String target) {
        return instance(instance).map(found -> forecast(found, target, parts(deployed.definition(target))));
    }

    private Optional<ProcessInstance> instance(String id) {
        return runtime.createProcessInstanceQuery().processInstanceId(id).list().stream()
                .findFirst();
    }

    private Map<String, Part> parts(DeployedModels.Deployed model) {
        return ModelOutline.of(Models.bytes(deployed.xml(model))).parts();
    }

    private Forecast forecast(ProcessInstance instance, String target, Map<String, Part> parts) {
        var stands =
                runtime.createActivityInstanceQuery().processInstanceId(instance.getId()).unfinished().list().stream()
                        .filter(step -> !listens(step))
                        .map(ActivityInstance::getActivityId)
                        .distinct()
                        .toList();
        var lost = stands.stream().filter(id -> !parts.containsKey(id)).toList();
        var problems = new ArrayList<String>();
        if (lost.isEmpty()) {
            problems.addAll(migration
                    .createProcessInstanceMigrationBuilder()
                    .migrateToProcessDefinition(target)
                    .validateMigration(instance.getId())
                    .getValidationMessages());
        }
        return new Forecast(
                instance.getId(),
                instance.getBusinessKey(),
                instance.getProcessDefinitionVersion(),
                stands,
                lost,
                timers(instance, parts),
                problems);
    }

    /** A boundary event only listens; it goes with its task. */
    private static boolean listens(ActivityInstance step) {
        return step.getActivityType().toLowerCase(Locale.ROOT).startsWith("boundary");
    }

    private List<Timer> timers(ProcessInstance instance, Map<String, Part> parts) {
        var running = jobs.createTimerJobQuery()
                .processInstanceId(instance.getId())
                .orderByJobDuedate()
                .asc()
                .list();
        if (running.isEmpty()) {
            return List.of();
        }
        var before = parts(deployed.definition(instance.getProcessDefinitionId()));
        return running.stream().map(timer -> timer(timer, before, parts)).toList();
    }

    private static Timer timer(Job timer, Map<String, Part> before, Map<String, Part> after) {
        var element = timer.getElementId();
        var was = before.get(element);
        var is = after.get(element);
        var fate = is == null ? Fate.GONE : was == null || was.says().equals(is.says()) ? Fate.STAYS : Fate.ANEW;
        return new Timer(
                element, timer.getDuedate() == null ? null : timer.getDuedate().toInstant(), fate);
    }
}
