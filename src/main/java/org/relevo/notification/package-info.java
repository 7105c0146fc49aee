/** Mail that is sent once, and the log that proves it. */
@ApplicationModule(allowedDependencies = {"platform", "people", "workitem"})
@NullMarked
package org.relevo.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
