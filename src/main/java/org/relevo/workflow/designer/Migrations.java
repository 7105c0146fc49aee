package org.relevo.workflow.designer;

import java.util.ArrayList;
import java.util.List;
import org.flowable.common.engine.api.FlowableException;
import org.flowable.engine.ManagementService;
import org.flowable.engine.ProcessMigrationService;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.runtime.ActivityInstance;
import org.flowable.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Audit;
import org.relevo.workflow.guard.ModelOutline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Moves cases that run by an older version to the newest, one by one, after saying for each what would become of it. */
@Component
public class Migrations {

    /** At once; the rest can be moved afterwards. */
    static final int MOST = 200;

    private final RuntimeService runtime;
    private final ManagementService jobs;
    private final ProcessMigrationService migration;
    private final DeployedModels deployed;
    private final TransactionTemplate transactions;
    private final Audit audit;

    Migrations(
            RuntimeService runtime,
            ManagementService jobs,
            ProcessMigrationService migration,
            DeployedModels deployed,
            TransactionTemplate transactions,
            Audit audit) {
        this.runtime = runtime;
        this.jobs = jobs;
        this.migration = migration;
        this.deployed = deployed;
        this.transactions = transactions;
        this.audit = audit;
    }

    /**
     * What would become of a case.
     *
     * @param stands the elements that it stands at
     * @param lost those of them that the new version has not; it cannot be moved while it stands there
     * @param timers how many timers run, which keep their due dates unless their duration was changed
     */
    public record Forecast(
            String instance,
            @Nullable String workItem,
            int version,
            List<String> stands,
            List<String> lost,
            long timers,
            List<String> problems) {

        public boolean possible() {
            return lost.isEmpty() && problems.isEmpty();
        }
    }

    /** What became of a case. */
    public record Outcome(String instance, @Nullable String workItem, boolean moved, String words) {}

    /** The dry run: changes nothing. */
    public List<Forecast> forecast(String key, Actor by) {
        by.require(Role.PROCESS_ADMIN);
        var target = deployed.latest(key);
        var known = ModelOutline.of(Models.bytes(deployed.xml(target))).parts().keySet();
        return running(key, target.definition()).stream()
                .map(instance -> forecast(instance, target.definition(), known))
                .toList();
    }

    private List<ProcessInstance> running(String key, String target) {
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(key)
                .orderByProcessInstanceId()
                .asc()
                .list()
                .stream()
                .filter(instance -> !instance.getProcessDefinitionId().equals(target))
                .limit(MOST)
                .toList();
    }

    private Forecast forecast(ProcessInstance instance, String target, java.util.Set<String> known) {
        var stands =
                runtime.createActivityInstanceQuery().processInstanceId(instance.getId()).unfinished().list().stream()
                        .map(ActivityInstance::getActivityId)
                        .distinct()
                        .toList();
        var lost = stands.stream().filter(id -> !known.contains(id)).toList();
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
                jobs.createTimerJobQuery().processInstanceId(instance.getId()).count(),
                problems);
    }

    /** Each in a transaction of its own: what cannot be moved stays as it is, and says why. */
    public List<Outcome> move(String key, Actor by) {
        var target = deployed.latest(key);
        return forecast(key, by).stream().map(one -> move(one, target, by)).toList();
    }

    private Outcome move(Forecast one, DeployedModels.Deployed target, Actor by) {
        if (!one.possible()) {
            var words = one.lost().isEmpty()
                    ? String.join(" ", one.problems())
                    : "It stands at %s, which version %d has not."
                            .formatted(String.join(", ", one.lost()), target.version());
            return new Outcome(one.instance(), one.workItem(), false, words);
        }
        try {
            transactions.executeWithoutResult(status -> {
                migration
                        .createProcessInstanceMigrationBuilder()
                        .migrateToProcessDefinition(target.definition())
                        .migrate(one.instance());
                audit.record(
                        by.name(),
                        "case moved to another version",
                        String.valueOf(one.workItem()),
                        "%s from version %d to version %d".formatted(target.key(), one.version(), target.version()));
            });
            return new Outcome(one.instance(), one.workItem(), true, "version " + target.version());
        } catch (FlowableException e) {
            return new Outcome(one.instance(), one.workItem(), false, String.valueOf(e.getMessage()));
        }
    }
}
