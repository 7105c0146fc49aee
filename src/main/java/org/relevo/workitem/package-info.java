/** What every case has: number, title, state, participants, timeline. */
@ApplicationModule(allowedDependencies = {"platform", "people", "rules"})
@NullMarked
package org.relevo.workitem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
