package org.relevo.workflow.guard;

import java.util.Map;
import java.util.stream.Collectors;
import org.flowable.common.engine.api.repository.EngineDeployment;
import org.flowable.common.engine.impl.EngineDeployer;

/** Stands before the engine's own deployer: nothing comes past it that the guard has something against. */
public final class GuardedDeployment implements EngineDeployer {

    private final java.util.function.Supplier<ModelGuard> guard;

    /** @param guard by what is deployed at the time */
    public GuardedDeployment(java.util.function.Supplier<ModelGuard> guard) {
        this.guard = guard;
    }

    @Override
    public void deploy(EngineDeployment deployment, Map<String, Object> settings) {
        if (!deployment.isNew()) {
            return;
        }
        for (var file : deployment.getResources().values()) {
            if (!file.getName().endsWith(".bpmn20.xml")) {
                throw new Refused(file.getName() + " is no model. Only files that end in .bpmn20.xml are deployed.");
            }
            var problems = guard.get().check(file.getBytes()).stream()
                    .filter(ModelProblem::error)
                    .toList();
            if (!problems.isEmpty()) {
                throw new Refused("%s cannot be deployed. %s"
                        .formatted(
                                file.getName(),
                                problems.stream().map(ModelProblem::toString).collect(Collectors.joining(" "))));
            }
        }
    }

    @Override
    public void undeploy(EngineDeployment deployment, boolean cascade) {
        // nothing was kept
    }
}
