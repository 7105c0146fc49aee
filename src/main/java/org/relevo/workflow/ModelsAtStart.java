package org.relevo.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.repository.ProcessDefinition;
import org.relevo.platform.Audit;
import org.relevo.workflow.guard.Guards;
import org.relevo.workflow.guard.ModelProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Checks at each start what cases begin with: a new Relevo may refuse what an older one has let through. */
@Component
class ModelsAtStart {

    private static final Logger log = LoggerFactory.getLogger(ModelsAtStart.class);

    private final RepositoryService repository;
    private final Guards guards;
    private final Audit audit;

    ModelsAtStart(RepositoryService repository, Guards guards, Audit audit) {
        this.repository = repository;
        this.guards = guards;
        this.audit = audit;
    }

    /** No case begins with a process that no longer passes. */
    void check() {
        repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .active()
                .list()
                .forEach(this::check);
    }

    private void check(ProcessDefinition process) {
        var faults = guards.guard().check(xml(process)).stream()
                .filter(ModelProblem::error)
                .map(ModelProblem::toString)
                .collect(Collectors.joining(" "));
        if (!faults.isEmpty()) {
            log.error(
                    "{} version {} no longer passes the check and is retired until it is changed: {}",
                    process.getKey(),
                    process.getVersion(),
                    faults);
            repository.suspendProcessDefinitionById(process.getId());
            audit.record("Relevo", "process retired", process.getKey(), "it no longer passes the check: " + faults);
        }
    }

    private byte[] xml(ProcessDefinition process) {
        try (var model = repository.getProcessModel(process.getId())) {
            return model.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
