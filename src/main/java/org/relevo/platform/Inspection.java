package org.relevo.platform;

import java.time.Instant;
import java.util.List;

/** Looks whether something is wrong in a module that nobody else would notice. */
public interface Inspection {

    /** What is wrong now; empty where nothing is. */
    List<Finding> inspect(Instant now);
}
