/**
 * Root-cause analyses: demanded by rules, drafted from the timeline, reviewed, distributed; corrective actions until their
 * effect is seen.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "people",
            "rules",
            "workitem",
            "commitment",
            "notification",
            "escalation",
            "service",
            "incident",
            "inbox"
        })
@NullMarked
package org.relevo.rca;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
