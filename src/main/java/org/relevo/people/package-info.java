/** Users, teams, roles, on-call rotas, who answers for what at this instant. */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package org.relevo.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
