/** The service catalogue: services with their life, owners, teams, agreements, costs and dependencies. */
@ApplicationModule(allowedDependencies = {"platform", "people", "rules", "workitem", "calendar", "commitment"})
@NullMarked
package org.relevo.service;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
