package org.relevo.workflow;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.repository.ProcessDefinition;
import org.relevo.people.Role;
import org.relevo.workflow.guard.Catalogue;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.annotation.AnnotationUtils;

/** Reads from the actions themselves what they need and set. */
final class ActionCatalogue {

    private ActionCatalogue() {}

    /** @param processes keys of those that are deployed */
    static Catalogue of(List<Catalogue.Action> actions, Set<String> processes) {
        var groups = new HashSet<String>();
        groups.add(TaskIntake.SUPPORT_GROUP);
        Arrays.stream(Role.values()).map(Role::name).forEach(groups::add);
        return new Catalogue(
                actions, ProcessContract.MESSAGES, ProcessContract.STARTS, Set.copyOf(groups), Set.copyOf(processes));
    }

    static List<Catalogue.Action> actions(ListableBeanFactory beans) {
        return Arrays.stream(beans.getBeanNamesForAnnotation(Action.class))
                .map(name -> action(name, beans.getType(name)))
                .sorted(Comparator.comparing(Catalogue.Action::label))
                .toList();
    }

    static Catalogue.Action action(String name, @org.jspecify.annotations.Nullable Class<?> type) {
        var action = type == null ? null : AnnotationUtils.findAnnotation(type, Action.class);
        if (action == null) {
            throw new IllegalStateException("The bean " + name + " is no action.");
        }
        return new Catalogue.Action(
                name, action.label(), action.description(), variables(action.inputs()), variables(action.outputs()));
    }

    private static List<Catalogue.Variable> variables(Action.Variable[] variables) {
        return Arrays.stream(variables)
                .map(one -> new Catalogue.Variable(one.name(), one.label(), one.type(), one.required()))
                .toList();
    }

    static Set<String> deployed(RepositoryService repository) {
        var keys = new HashSet<String>();
        repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .map(ProcessDefinition::getKey)
                .forEach(keys::add);
        return keys;
    }
}
