/** From project to service: criteria shown by evidence, gates that rules keep, early life support. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "people",
            "rules",
            "workitem",
            "commitment",
            "calendar",
            "notification",
            "escalation",
            "inbox",
            "service",
            "incident",
            "rca",
            "project",
            "project :: web",
            "project :: issue",
            "project :: raid",
            "project :: exception"
        })
@NullMarked
package org.relevo.handover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
