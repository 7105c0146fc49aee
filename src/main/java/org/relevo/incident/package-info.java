/** Incidents: raised, decided, acknowledged, resolved. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "people",
            "rules",
            "workitem",
            "commitment",
            "notification",
            "escalation",
            "service"
        })
@NullMarked
package org.relevo.incident;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
