package org.relevo.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.delegate.JavaDelegate;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/** The engine alone, on the same PostgreSQL in a database of its own, with the same model and actions that do nothing. */
class BareEngine implements AutoCloseable {

    private final HikariDataSource pool = new HikariDataSource();
    private final ProcessEngine engine;

    BareEngine(String jdbcUrl, String user, String password) {
        pool.setJdbcUrl(jdbcUrl);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(24);
        JavaDelegate nothing = execution -> {};
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(pool);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistoryLevel(HistoryLevel.ACTIVITY);
        configuration.setDisableIdmEngine(true);
        configuration.setDisableEventRegistry(true);
        configuration.setBeans(
                new java.util.HashMap<>(Map.of("recordAcknowledgement", nothing, "recordResolution", nothing)));
        engine = configuration.buildProcessEngine();
        try (var model = Files.newInputStream(Path.of("processes/p1-incident.bpmn20.xml"))) {
            engine.getRepositoryService()
                    .createDeployment()
                    .addInputStream("p1-incident.bpmn20.xml", model)
                    .deploy();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void start(String businessKey) {
        engine.getRuntimeService().startProcessInstanceByKey("p1-incident", businessKey, Map.of("acknowledged", false));
    }

    @Override
    public void close() {
        engine.close();
        pool.close();
    }
}
