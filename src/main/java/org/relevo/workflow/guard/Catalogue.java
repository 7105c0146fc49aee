package org.relevo.workflow.guard;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a process may refer to.
 *
 * @param groups what a task may be given to: roles, and the support group of the case
 * @param processes keys of those that another one may call
 */
public record Catalogue(
        List<Action> actions, List<Message> messages, List<Start> starts, Set<String> groups, Set<String> processes) {

    /** What a service task may call. */
    public record Action(
            String name, String label, String description, List<Variable> inputs, List<Variable> outputs) {}

    /** What a process is told from outside, and what it brings. */
    public record Message(String name, String label, List<Variable> brings) {}

    /** The process that is started by this key, and what it is given. */
    public record Start(String process, List<Variable> given) {}

    /** @param type string, long, double, boolean, date, enum or list */
    public record Variable(String name, String label, String type, boolean required) {}

    public Optional<Action> action(String name) {
        return actions.stream().filter(action -> action.name().equals(name)).findFirst();
    }

    public Optional<Message> message(String name) {
        return messages.stream().filter(message -> message.name().equals(name)).findFirst();
    }

    /** What the process has from its start, if anything here starts it. */
    public List<Variable> given(String process) {
        return starts.stream()
                .filter(start -> start.process().equals(process))
                .flatMap(start -> start.given().stream())
                .toList();
    }
}
