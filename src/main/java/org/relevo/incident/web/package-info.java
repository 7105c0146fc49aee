/** Pages and API of what an incident affects, what it is a duplicate of, and how long it took. */
@NullMarked
package org.relevo.incident.web;

import org.jspecify.annotations.NullMarked;
