/** The service catalogue: services, their owners, teams and tiers. */
@ApplicationModule(allowedDependencies = {"platform", "people", "rules", "workitem"})
@NullMarked
package org.relevo.service;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
