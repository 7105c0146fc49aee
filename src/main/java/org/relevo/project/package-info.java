/** Projects and who leads them. */
@ApplicationModule(allowedDependencies = {"platform", "people", "workitem"})
@NullMarked
package org.relevo.project;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
