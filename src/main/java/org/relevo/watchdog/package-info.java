/** Sees that nothing is silent: does what was not done in time, and says what is wrong and how it is set right. */
@ApplicationModule(allowedDependencies = {"platform", "people", "notification"})
@NullMarked
package org.relevo.watchdog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
