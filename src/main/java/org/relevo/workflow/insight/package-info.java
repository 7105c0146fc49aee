/** How processes run: where cases wait, how long each step takes, what is late, and which ways cases take. */
@NullMarked
package org.relevo.workflow.insight;

import org.jspecify.annotations.NullMarked;
