/** What the engineers who receive a service are taught, and what they say themselves that they understood. */
@NullMarked
package org.relevo.handover.knowledge;

import org.jspecify.annotations.NullMarked;
