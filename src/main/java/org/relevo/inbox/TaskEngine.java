package org.relevo.inbox;

import java.util.List;
import java.util.Map;
import org.relevo.people.Actor;

/** What the inbox asks of the engine that runs the processes; in the caller's transaction. */
public interface TaskEngine {

    List<FormField> form(String taskId);

    void claim(String taskId, String username);

    void release(String taskId);

    /** Completes a task with values that were checked against its form. */
    void complete(String taskId, Actor by, Map<String, Object> values);
}
