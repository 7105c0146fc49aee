/** One line from a project over its handover to the incidents of its service, and what those cost that trace to it. */
@NullMarked
package org.relevo.handover.lineage;

import org.jspecify.annotations.NullMarked;
