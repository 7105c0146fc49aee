package org.relevo.workflow.designer;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.util.List;
import org.flowable.common.engine.api.FlowableOptimisticLockingException;
import org.flowable.engine.ProcessMigrationService;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Audit;
import org.relevo.platform.DatabaseFailure;
import org.relevo.platform.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Moves the cases that run by older versions to the newest, one by one behind the scenes, until it is stopped. */
@Component
public class Moves {

    /** In one execution, so that what else is due gets its turn. */
    private static final int AT_ONCE = 20;

    private static final int TRIES = 3;

    private final MoveTable table;
    private final Migrations migrations;
    private final ProcessMigrationService engine;
    private final DeployedModels deployed;
    private final SchedulerClient scheduler;
    private final TransactionTemplate transactions;
    private final Audit audit;
    private final Clock clock;

    Moves(
            MoveTable table,
            Migrations migrations,
            ProcessMigrationService engine,
            DeployedModels deployed,
            SchedulerClient scheduler,
            TransactionTemplate transactions,
            Audit audit,
            Clock clock) {
        this.table = table;
        this.migrations = migrations;
        this.engine = engine;
        this.deployed = deployed;
        this.scheduler = scheduler;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Move begin(String key, Actor by) {
        by.require(Role.PROCESS_ADMIN);
        var target = deployed.latest(key);
        if (table.anyOpen(key)) {
            throw new Refusal.Conflict(
                    "Cases of %s are being moved already. Wait until that has ended, or stop it.".formatted(key));
        }
        var id = table.insert(target, by.name(), clock.instant());
        var move = get(key, id);
        if (move.all() == 0) {
            throw new Refusal.Conflict("Every case of %s runs by version %d.".formatted(key, target.version()));
        }
        audit.record(
                by.name(),
                "running cases sent to another version",
                key,
                "%d cases to version %d".formatted(move.all(), target.version()));
        scheduler.scheduleIfNotExists(SchedulableInstance.of(
                new TaskInstance<Void>(MoveTask.NAME, String.valueOf(id), () -> null, 1), clock.instant()));
        return move;
    }

    public Move get(String key, long id) {
        return table.find(id)
                .filter(move -> move.processKey().equals(key))
                .orElseThrow(() -> new Refusal.NotFound("No cases of %s were moved as %d.".formatted(key, id)));
    }

    /** The newest first, at most 20. */
    public List<Move> of(String key) {
        return table.of(key);
    }

    public List<Move.Case> cases(Move move, int page, int size) {
        return table.cases(move.id(), page, size);
    }

    /** What has been moved stays moved. */
    @Transactional
    public void stop(String key, long id, Actor by) {
        by.require(Role.PROCESS_ADMIN);
        if (!get(key, id).open()) {
            throw new Refusal.Conflict("It has ended already.");
        }
        table.stop(id, by.name(), clock.instant());
        audit.record(by.name(), "moving cases to another version stopped", key, null);
    }

    /** Moves some of them. Whether there are more. */
    boolean work(long id) {
        for (var done = 0; done < AT_ONCE; done++) {
            if (!step(id)) {
                transactions.executeWithoutResult(status -> table.end(id, clock.instant()));
                return false;
            }
        }
        return true;
    }

    /** Whoever works on the case at the same moment comes first; it is tried again. */
    private boolean step(long id) {
        for (var tries = 1; ; tries++) {
            try {
                return Boolean.TRUE.equals(transactions.execute(status -> one(id)));
            } catch (Refused refused) {
                if (!refused.passing() || tries == TRIES) {
                    transactions.executeWithoutResult(status ->
                            stayed(id, refused.instance, Move.Why.REFUSED, String.valueOf(refused.getMessage())));
                    return true;
                }
            }
        }
    }

    /** Each in a transaction of its own, so that whatever ends the process, a case is moved and marked, or neither. */
    private boolean one(long id) {
        var next = table.next(id);
        next.ifPresent(one -> {
            try {
                decide(id, one);
            } catch (RuntimeException e) {
                throw new Refused(one.instance(), e);
            }
        });
        return next.isPresent();
    }

    private void decide(long id, Move.Case one) {
        var target = table.definition(id);
        var forecast = migrations.forecast(one.instance(), target);
        if (forecast.isEmpty()) {
            table.decide(id, one.instance(), Move.State.STAYED, Move.Why.ENDED, null, clock.instant());
        } else if (!forecast.get().lost().isEmpty()) {
            stayed(
                    id,
                    one.instance(),
                    Move.Why.LOST,
                    String.join(", ", forecast.get().lost()));
        } else if (!forecast.get().problems().isEmpty()) {
            stayed(
                    id,
                    one.instance(),
                    Move.Why.REFUSED,
                    String.join(" ", forecast.get().problems()));
        } else {
            attempt(id, one, target);
        }
    }

    private void stayed(long id, String instance, Move.Why why, String details) {
        table.decide(id, instance, Move.State.STAYED, why, details, clock.instant());
    }

    private void attempt(long id, Move.Case one, String target) {
        engine.createProcessInstanceMigrationBuilder()
                .migrateToProcessDefinition(target)
                .migrate(one.instance());
        table.decide(id, one.instance(), Move.State.MOVED, null, null, clock.instant());
        var move = table.find(id).orElseThrow();
        audit.record(
                move.askedBy(),
                "case moved to another version",
                one.workItem() == null ? one.instance() : one.workItem(),
                "%s from version %d to version %d".formatted(move.processKey(), one.version(), move.version()));
    }

    /** Whatever went wrong with a case undoes its transaction, is kept in the next one, and holds up no other case. */
    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final String instance;

        Refused(String instance, RuntimeException cause) {
            super(cause.getMessage(), cause);
            this.instance = instance;
        }

        /** Somebody else worked on the case at the same moment. */
        boolean passing() {
            return getCause() instanceof FlowableOptimisticLockingException || DatabaseFailure.passes(this);
        }
    }
}
