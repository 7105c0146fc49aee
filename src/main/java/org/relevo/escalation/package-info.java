/** Who is told when, at which level, and who has acknowledged. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "calendar",
            "people",
            "rules",
            "workitem",
            "service",
            "commitment",
            "notification"
        })
@NullMarked
package org.relevo.escalation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
