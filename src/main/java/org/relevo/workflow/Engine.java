package org.relevo.workflow;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.flowable.common.engine.api.delegate.event.FlowableEngineEventType;
import org.flowable.spring.SpringProcessEngineConfiguration;
import org.flowable.spring.boot.EngineConfigurationConfigurer;
import org.relevo.inbox.TaskRegister;
import org.relevo.workflow.guard.Confinement;
import org.relevo.workflow.guard.GuardedDeployment;
import org.relevo.workflow.guard.ModelGuard;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the engine runs inside Relevo: on our clock, our schema order, our tasks, and our actions alone. */
@Configuration(proxyBeanMethods = false)
class Engine {

    @Bean
    static EngineMappings engineMappings() {
        return new EngineMappings();
    }

    @Bean
    @DependsOnDatabaseInitialization
    EngineConfigurationConfigurer<SpringProcessEngineConfiguration> relevoEngine(
            ListableBeanFactory beans, TaskRegister tasks, EngineMappings mappings, Clock clock) {
        return engine -> {
            mappings.give(engine);
            engine.setClock(new EngineClock(clock));
            confine(engine, beans);
            engine.setCreateUserTaskInterceptor(new TaskIntake(tasks, clock));
            // The engine's bulk inserts are parsed anew for every number of rows, which costs more than the rows.
            engine.setBulkInsertEnabled(false);
            engine.setDbSqlSessionFactory(new EngineInserts(engine.isUsePrefixId()));
            engine.setAsyncExecutorNumberOfRetries(10);
            engine.setAsyncFailedJobWaitTime(5);
            engine.setDefaultFailedJobWaitTime(5);
            engine.setTypedEventListeners(java.util.Map.of(
                    FlowableEngineEventType.ENTITY_DELETED.name(), List.of(new TaskEnds(tasks, clock))));
        };
    }

    /** Whatever is deployed is code: it is checked on its way in, and can do nothing but call actions where it runs. */
    private static void confine(SpringProcessEngineConfiguration engine, ListableBeanFactory beans) {
        Confinement.assertNoStrangeScriptEngine();
        Confinement.of(engine, beans.getBeansWithAnnotation(Action.class));
        var actions = ActionCatalogue.actions(beans);
        engine.setCustomPreDeployers(List.of(new GuardedDeployment(() ->
                new ModelGuard(ActionCatalogue.of(actions, ActionCatalogue.deployed(engine.getRepositoryService()))))));
        engine.setProcessValidator(new ModelGuard(ActionCatalogue.of(actions, Set.of())).engineValidator());
    }
}
