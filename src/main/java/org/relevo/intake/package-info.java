/** What monitoring tools, people and older systems send: webhooks, REST, mail, CSV import. */
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
            "incident"
        })
@NullMarked
package org.relevo.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
