package org.relevo.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The processes that cases can run. */
public interface ProcessDefinitions {

    /** The newest version of each, by name. */
    List<Definition> all();

    /** The newest version of one, in BPMN. */
    Optional<String> xml(String key);

    /**
     * @param running how many cases run it now, in any version
     */
    record Definition(
            String key, String name, String description, int version, @Nullable Instant deployedAt, long running) {}
}
