/** The only module that sees Flowable: deploy, start, signal, complete; the catalogue of actions a process may call. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "people",
            "rules",
            "workitem",
            "commitment",
            "escalation",
            "incident",
            "inbox",
            "rca",
            "project",
            "project :: report",
            "project :: issue",
            "project :: raid",
            "project :: status",
            "project :: exception",
            "handover"
        })
@NullMarked
package org.relevo.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
