package org.relevo.inbox;

import java.util.List;
import java.util.Optional;

/** The processes that cases run through. */
public interface ProcessDefinitions {

    /** The newest version of each, by key. */
    List<Definition> all();

    /** The BPMN model of the newest version. */
    Optional<String> xml(String key);

    record Definition(String key, String name, String description, int version) {}
}
