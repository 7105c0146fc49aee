package org.relevo.workflow;

import java.util.HashMap;
import java.util.Map;
import org.flowable.engine.delegate.DelegateExecution;

/** What was entered in a task, as texts; what was left blank is empty. */
final class Said {

    private Said() {}

    static String text(DelegateExecution execution, String variable) {
        var value = execution.getVariable(variable);
        return value == null ? "" : String.valueOf(value);
    }

    /**
     * As {@link #text}, and forgets it: a process keeps what was entered, and what somebody leaves blank in the same field
     * later would otherwise be what somebody else said before.
     */
    static String once(DelegateExecution execution, String variable) {
        var said = text(execution, variable);
        execution.removeVariable(variable);
        return said;
    }

    /** @param variables names of variables, each with the name of the field that it stands for: {@code issueDays:days} */
    static Map<String, String> fields(DelegateExecution execution, String... variables) {
        var fields = new HashMap<String, String>();
        for (var variable : variables) {
            var names = variable.split(":");
            fields.put(names[names.length - 1], once(execution, names[0]));
        }
        return fields;
    }
}
