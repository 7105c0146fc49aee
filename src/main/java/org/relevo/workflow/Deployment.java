package org.relevo.workflow;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import org.flowable.engine.RepositoryService;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deploys the processes that Relevo brings, each under its file name, when they are new or changed. */
@Component
class Deployment {

    private static final long LOCK = 0x52656c65766fL;

    private final RepositoryService repository;
    private final JdbcTemplate jdbc;

    Deployment(RepositoryService repository, JdbcTemplate jdbc) {
        this.repository = repository;
        this.jdbc = jdbc;
    }

    /** One node at a time: a second one finds what the first has deployed. */
    @EventListener(ApplicationStartedEvent.class)
    @Transactional
    public void deploy() throws IOException {
        jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, LOCK);
        var files = new PathMatchingResourcePatternResolver().getResources("classpath*:processes/*.bpmn20.xml");
        for (var file : Arrays.stream(files)
                .sorted(Comparator.comparing(Resource::getFilename))
                .toList()) {
            deploy(file);
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
