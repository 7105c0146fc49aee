/** temporary */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package org.relevo.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
