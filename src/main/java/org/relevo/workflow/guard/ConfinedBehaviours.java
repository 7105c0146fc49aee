package org.relevo.workflow.guard;

import java.util.Set;
import org.flowable.bpmn.model.Activity;
import org.flowable.bpmn.model.CollectionHandler;
import org.flowable.bpmn.model.ServiceTask;
import org.flowable.bpmn.model.VariableAggregationDefinitions;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.impl.bpmn.behavior.AbstractBpmnActivityBehavior;
import org.flowable.engine.impl.bpmn.behavior.ParallelMultiInstanceBehavior;
import org.flowable.engine.impl.bpmn.behavior.SequentialMultiInstanceBehavior;
import org.flowable.engine.impl.bpmn.behavior.ServiceTaskDelegateExpressionActivityBehavior;
import org.jspecify.annotations.Nullable;

/** Runs the actions of the catalogue, and repeats no more often than it may. */
class ConfinedBehaviours extends RefusedBehaviours {

    private final Set<String> actions;

    ConfinedBehaviours(Set<String> actions) {
        this.actions = Set.copyOf(actions);
    }

    @Override
    public ServiceTaskDelegateExpressionActivityBehavior createServiceTaskDelegateExpressionActivityBehavior(
            ServiceTask task) {
        var named = Calls.action(task.getImplementation()).filter(actions::contains);
        var bare = task.getFieldExtensions().isEmpty()
                && task.getMapExceptions().isEmpty()
                && task.getSkipExpression() == null;
        if (named.isEmpty() || !bare) {
            throw new Refused("%s calls %s, which is no action of the catalogue as it stands there."
                    .formatted(task.getId(), task.getImplementation()));
        }
        return super.createServiceTaskDelegateExpressionActivityBehavior(task);
    }

    @Override
    public SequentialMultiInstanceBehavior createSequentialMultiInstanceBehavior(
            Activity activity, AbstractBpmnActivityBehavior inner) {
        return new OneByOne(activity, inner);
    }

    @Override
    public ParallelMultiInstanceBehavior createParallelMultiInstanceBehavior(
            Activity activity, AbstractBpmnActivityBehavior inner) {
        return new SideBySide(activity, inner);
    }

    private static int bounded(Activity activity, int instances) {
        if (instances > Bounds.INSTANCES) {
            throw new Refused("%s would repeat %d times; at most %d are run."
                    .formatted(activity.getId(), instances, Bounds.INSTANCES));
        }
        return instances;
    }

    private static void none(Activity activity, @Nullable Object extra) {
        if (extra != null) {
            throw new Refused(activity.getId() + " has a collection handler or gathers variables.");
        }
    }

    private static class OneByOne extends SequentialMultiInstanceBehavior {

        private static final long serialVersionUID = 1;

        OneByOne(Activity activity, AbstractBpmnActivityBehavior inner) {
            super(activity, inner);
        }

        @Override
        protected int resolveNrOfInstances(DelegateExecution execution) {
            return bounded(activity, super.resolveNrOfInstances(execution));
        }

        @Override
        public void setHandler(CollectionHandler handler) {
            none(activity, handler);
        }

        @Override
        public void setAggregations(VariableAggregationDefinitions aggregations) {
            none(activity, aggregations);
        }
    }

    private static class SideBySide extends ParallelMultiInstanceBehavior {

        private static final long serialVersionUID = 1;

        SideBySide(Activity activity, AbstractBpmnActivityBehavior inner) {
            super(activity, inner);
        }

        @Override
        protected int resolveNrOfInstances(DelegateExecution execution) {
            return bounded(activity, super.resolveNrOfInstances(execution));
        }

        @Override
        public void setHandler(CollectionHandler handler) {
            none(activity, handler);
        }

        @Override
        public void setAggregations(VariableAggregationDefinitions aggregations) {
            none(activity, aggregations);
        }
    }
}
