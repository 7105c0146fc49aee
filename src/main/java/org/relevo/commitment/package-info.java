/** Commitments with their checkpoints and breaches; the watchdog. */
@ApplicationModule(allowedDependencies = {"platform", "calendar", "people", "rules", "workitem"})
@NullMarked
package org.relevo.commitment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
