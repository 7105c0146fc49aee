/** Projects: who leads them, what they promise, where they will end, and by how much they may miss it. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "people",
            "rules",
            "workitem",
            "commitment",
            "escalation",
            "notification",
            "inbox"
        })
@NullMarked
package org.relevo.project;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
