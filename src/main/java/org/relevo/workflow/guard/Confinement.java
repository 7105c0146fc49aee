package org.relevo.workflow.guard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.flowable.common.engine.impl.AbstractEngineConfiguration;
import org.flowable.common.engine.impl.EngineConfigurator;
import org.flowable.common.engine.impl.HasVariableTypes;
import org.flowable.common.engine.impl.scripting.FlowableScriptEngine;
import org.flowable.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.flowable.variable.service.impl.types.SerializableType;

/**
 * The fourth layer: an engine in which a model can reach the actions and its own variables. It holds whatever the layers
 * before it let through.
 */
public final class Confinement {

    private static final List<String> OWN_SCRIPT_ENGINES = List.of("juel");

    private Confinement() {}

    /** To be called before the engine is built. */
    public static void of(ProcessEngineConfigurationImpl engine, Map<String, Object> actions) {
        engine.setBeans(new HashMap<>(actions));
        engine.setExpressionManager(new ConfinedExpressions(new HashMap<>(actions)));
        engine.setFlowableFunctionDelegates(new ArrayList<>());
        engine.setActivityBehaviorFactory(new ConfinedBehaviours(actions.keySet()));
        engine.setListenerFactory(new NoListeners());
        engine.setScriptEngine(refusing());
        engine.setServicesEnabledInScripting(false);
        engine.setEnableConfiguratorServiceLoader(false);
        engine.setEnableSafeBpmnXml(true);
        engine.addConfigurator(new ListsOfTexts());
    }

    private static FlowableScriptEngine refusing() {
        return () -> {
            throw new Refused("Relevo runs no scripts.");
        };
    }

    /** Names of script engines that should not be there, if any. */
    public static List<String> strangeScriptEngines() {
        return new ScriptEngineManager()
                .getEngineFactories().stream()
                        .filter(factory -> factory.getNames().stream().noneMatch(OWN_SCRIPT_ENGINES::contains))
                        .map(ScriptEngineFactory::getEngineName)
                        .toList();
    }

    /** Refuses to start beside an engine that could run what a model says. */
    public static void assertNoStrangeScriptEngine() {
        var strange = strangeScriptEngines();
        if (!strange.isEmpty()) {
            throw new IllegalStateException(
                    "There are script engines on the class path: %s. Remove them: a model could run what it says."
                            .formatted(String.join(", ", strange)));
        }
    }

    /** Replaces the type of variables that may hold any object at all. */
    private static class ListsOfTexts implements EngineConfigurator {

        @Override
        public void beforeInit(AbstractEngineConfiguration engine) {
            // the types are not there yet
        }

        @Override
        public void configure(AbstractEngineConfiguration engine) {
            var types = ((HasVariableTypes) engine).getVariableTypes();
            types.removeType(types.getVariableType(SerializableType.TYPE_NAME));
            types.addType(new ListOfTexts());
        }

        @Override
        public int getPriority() {
            return 0;
        }
    }
}
