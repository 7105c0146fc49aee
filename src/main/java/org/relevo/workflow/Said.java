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

    /** @param variables names of variables, each with the name of the field that it stands for: {@code issueDays:days} */
    static Map<String, String> fields(DelegateExecution execution, String... variables) {
        var fields = new HashMap<String, String>();
        for (var variable : variables) {
            var names = variable.split(":");
            fields.put(names[names.length - 1], text(execution, names[0]));
        }
        return fields;
    }
}
