/** Takes no model that could do anything but orchestrate: its input, its elements, its expressions, and how they run. */
@NullMarked
package org.relevo.workflow.guard;

import org.jspecify.annotations.NullMarked;
