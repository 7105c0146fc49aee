/** Tasks, as people look for them: by time left. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "calendar",
            "people",
            "rules",
            "workitem",
            "commitment",
            "escalation",
            "service",
            "incident",
            "intake"
        })
@NullMarked
package org.relevo.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
