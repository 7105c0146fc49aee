/** The crisis room: who leads, what was agreed in meetings, what is thought of the root cause, what keeps things going. */
@NullMarked
package org.relevo.incident.crisis;

import org.jspecify.annotations.NullMarked;
