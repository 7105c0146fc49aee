package org.relevo.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import org.flowable.engine.RepositoryService;
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

    private void deploy(Resource file) throws IOException {
        var name = java.util.Objects.requireNonNull(file.getFilename());
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
