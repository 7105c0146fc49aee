package org.relevo.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.delegate.JavaDelegate;
import org.flowable.spring.SpringProcessEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.relevo.support.IntegrationTest;
import org.relevo.workflow.guard.Assaults;
import org.relevo.workflow.guard.Confinement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** With the guard before it switched off, an engine that is confined still does nothing that a model asks beyond actions. */
@IntegrationTest
@Timeout(60)
class ConfinedEngineTests {

    @Autowired
    DataSource database;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    RepositoryService models;

    @Test
    void noAttackReachesCode() {
        var confined = engine("confined", true);
        var sung = new ArrayList<String>();
        for (var attack : Assaults.all()) {
            var before = Assaults.songs();
            run(confined, attack.xml());
            if (Assaults.songs() > before) {
                sung.add(attack.name());
            }
        }
        confined.close();
        assertThat(sung).isEmpty();
    }

    /** Or the test above would prove nothing. */
    @Test
    void theyReachItWhereNothingConfinesTheEngine() {
        var open = engine("open", false);
        var sung = new ArrayList<String>();
        for (var attack : Assaults.open()) {
            var before = Assaults.songs();
            run(open, attack.xml());
            if (Assaults.songs() > before) {
                sung.add(attack.name());
            }
        }
        open.close();
        assertThat(sung).hasSizeGreaterThan(10);
    }

    @Test
    void noAttackIsDeployedIntoTheEngineOfRelevo() {
        var before = models.createDeploymentQuery().count();
        for (var attack : Assaults.others()) {
            assertThat(deployed(attack.xml())).as(attack.name()).isFalse();
        }
        assertThat(models.createDeploymentQuery().count()).isEqualTo(before);
    }

    private boolean deployed(String xml) {
        try {
            models.createDeployment().addString("attack.bpmn20.xml", xml).deploy();
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Leaves nothing behind. */
    private void run(ProcessEngine engine, String xml) {
        try {
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                status.setRollbackOnly();
                var deployment = engine.getRepositoryService()
                        .createDeployment()
                        .disableSchemaValidation()
                        .disableBpmnValidation()
                        .addString("attack.bpmn20.xml", xml)
                        .deploy();
                var definition = engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .deploymentId(deployment.getId())
                        .singleResult();
                var instance = engine.getRuntimeService()
                        .startProcessInstanceById(definition.getId(), "INC-0", Map.of("a", "text", "nobodySaid", "so"));
                engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceId(instance.getId())
                        .list()
                        .forEach(task -> {
                            engine.getFormService().getTaskFormData(task.getId());
                            engine.getTaskService().complete(task.getId());
                        });
            });
        } catch (RuntimeException | LinkageError e) {
            // refused, as it may be
        }
    }

    private ProcessEngine engine(String name, boolean confined) {
        JavaDelegate nothing = execution -> {};
        var engine = new SpringProcessEngineConfiguration();
        engine.setEngineName(name);
        engine.setDataSource(database);
        engine.setTransactionManager(transactions);
        engine.setDatabaseType("postgres");
        engine.setDatabaseSchemaUpdate("false");
        engine.setDisableIdmEngine(true);
        engine.setDisableEventRegistry(true);
        engine.setAsyncExecutorActivate(false);
        engine.setEnableConfiguratorServiceLoader(false);
        engine.setBeans(new HashMap<>(Map.of("act", nothing)));
        if (confined) {
            Confinement.of(engine, Map.of("act", nothing));
        }
        return engine.buildProcessEngine();
    }
}
