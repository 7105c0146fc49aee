package org.relevo.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.repository.ProcessDefinition;
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
    private final ModelsAtStart models;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;

    Deployment(
            RepositoryService repository,
            ModelsAtStart models,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions) {
        this.models = models;
        this.transactions = new TransactionTemplate(transactions);
        this.repository = repository;
        this.jdbc = jdbc;
    }

    /** Before the first request is let in. One node at a time: a second one finds what the first has deployed. */
    @Override
    public void afterSingletonsInstantiated() {
        transactions.executeWithoutResult(status -> {
            jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, LOCK);
            models.check();
            deployAll();
        });
    }

    private void deployAll() {
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

    /** What people have deployed since is theirs, unless it no longer passes the check: then ours takes its place. */
    private void deploy(Resource file) throws IOException {
        var name = Objects.requireNonNull(file.getFilename());
        var newest = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(name.replace(".bpmn20.xml", ""))
                .latestVersion()
                .list();
        if (newest.stream().anyMatch(process -> !process.isSuspended() && !isOurs(process, name))) {
            log.info("{} is not deployed: people have deployed a version of their own.", name);
            return;
        }
        try (var content = file.getInputStream()) {
            var deployment = repository.createDeployment().name(name).addInputStream(name, content);
            if (newest.stream().noneMatch(ProcessDefinition::isSuspended)) {
                deployment.enableDuplicateFiltering();
            }
            deployment.deploy();
        }
    }

    private boolean isOurs(ProcessDefinition process, String name) {
        return name.equals(repository
                .createDeploymentQuery()
                .deploymentId(process.getDeploymentId())
                .singleResult()
                .getName());
    }
}
