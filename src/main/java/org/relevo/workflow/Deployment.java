package org.relevo.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import org.flowable.engine.RepositoryService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Deploys the processes that Relevo brings, each under its file name, when they are new or changed. */
@Component
class Deployment implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(Deployment.class);
    private static final long LOCK = 0x52656c65766fL;

    private final RepositoryService repository;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;

    Deployment(RepositoryService repository, JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.transactions = new TransactionTemplate(transactions);
        this.repository = repository;
        this.jdbc = jdbc;
    }

    /** Before the first request is let in. One node at a time: a second one finds what the first has deployed. */
    @Override
    public void afterSingletonsInstantiated() {
        transactions.executeWithoutResult(status -> deployAll());
    }

    private void deployAll() {
        jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, LOCK);
        try {
            var files = new PathMatchingResourcePatternResolver().getResources("classpath*:processes/*.bpmn20.xml");
            for (var file : Arrays.stream(files)
                    .sorted(Comparator.comparing(Resource::getFilename))
                    .toList()) {
                deploy(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What people have deployed since is theirs; a new version of ours does not replace it behind their back. */
    private boolean changedByPeople(String name) {
        var key = name.replace(".bpmn20.xml", "");
        return repository.createProcessDefinitionQuery().processDefinitionKey(key).latestVersion().list().stream()
                .map(newest -> repository
                        .createDeploymentQuery()
                        .deploymentId(newest.getDeploymentId())
                        .singleResult())
                .anyMatch(deployment -> !name.equals(deployment.getName()));
    }

    private void deploy(Resource file) throws IOException {
        var name = java.util.Objects.requireNonNull(file.getFilename());
        if (changedByPeople(name)) {
            log.info(
                    "{} is not deployed: people have deployed a version of their own. Compare it in the designer.",
                    name);
            return;
        }
        try (var content = file.getInputStream()) {
            repository
                    .createDeployment()
                    .name(name)
                    .addInputStream(name, content)
                    .enableDuplicateFiltering()
                    .deploy();
        }
    }
}
