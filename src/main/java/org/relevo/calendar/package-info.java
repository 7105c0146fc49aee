/**
 * Working time: schedules, zones, holidays, breaks; adding to it and measuring it. A revision of a calendar never
 * changes, so every sum can be made again.
 */
@ApplicationModule(allowedDependencies = {"platform", "people"})
@NullMarked
package org.relevo.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
