/** Communication on incidents: who hears of them, by when, what they were told, and the status page. */
@NullMarked
package org.relevo.incident.communication;

import org.jspecify.annotations.NullMarked;
