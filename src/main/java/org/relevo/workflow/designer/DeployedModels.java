package org.relevo.workflow.designer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.repository.ProcessDefinition;
import org.relevo.platform.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the engine has, version by version. */
@Component
class DeployedModels {

    private final RepositoryService repository;
    private final JdbcClient jdbc;

    DeployedModels(RepositoryService repository, JdbcClient jdbc) {
        this.repository = repository;
        this.jdbc = jdbc;
    }

    /** @param retired no case begins with it any more */
    record Deployed(String key, String name, int version, String definition, Instant at, boolean retired) {}

    Optional<Deployed> find(String key) {
        return repository.createProcessDefinitionQuery().processDefinitionKey(key).latestVersion().list().stream()
                .findFirst()
                .map(this::deployed);
    }

    Deployed latest(String key) {
        return find(key)
                .orElseThrow(() -> new Refusal.NotFound(
                        "There is no process %s. Choose one from the list of processes.".formatted(key)));
    }

    Deployed version(String key, int version) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .processDefinitionVersion(version)
                .list()
                .stream()
                .findFirst()
                .map(this::deployed)
                .orElseThrow(() -> new Refusal.NotFound("%s has no version %d.".formatted(key, version)));
    }

    List<Deployed> all() {
        return repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .orderByProcessDefinitionKey()
                .asc()
                .list()
                .stream()
                .map(this::deployed)
                .toList();
    }

    /** The newest first. */
    List<Deployed> versions(String key) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .orderByProcessDefinitionVersion()
                .desc()
                .list()
                .stream()
                .map(this::deployed)
                .toList();
    }

    Deployed definition(String definition) {
        return deployed(repository.getProcessDefinition(definition));
    }

    /** The instances that run by another version. */
    List<String> older(Deployed target, int page, int size) {
        return jdbc.sql("""
                        select e.id_ from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
                        where e.parent_id_ is null and d.key_ = :key and d.id_ <> :definition
                        order by e.id_ limit :size offset :skipped""")
                .param("key", target.key())
                .param("definition", target.definition())
                .param("size", size)
                .param("skipped", (long) page * size)
                .query(String.class)
                .list();
    }

    /** How many cases run by each definition; none of those that nothing runs by. */
    Map<String, Long> running() {
        var running = new HashMap<String, Long>();
        jdbc.sql("""
                        select proc_def_id_, count(*) from act_ru_execution
                        where parent_id_ is null group by proc_def_id_""").query(row -> {
            running.put(row.getString(1), row.getLong(2));
        });
        return running;
    }

    String xml(Deployed model) {
        try (var stream = repository.getProcessModel(model.definition())) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Deployed deployed(ProcessDefinition found) {
        return new Deployed(
                found.getKey(),
                found.getName() == null ? found.getKey() : found.getName(),
                found.getVersion(),
                found.getId(),
                repository
                        .createDeploymentQuery()
                        .deploymentId(found.getDeploymentId())
                        .singleResult()
                        .getDeploymentTime()
                        .toInstant(),
                found.isSuspended());
    }
}
