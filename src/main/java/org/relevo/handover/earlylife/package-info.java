/** Early life support: judges each day, counts those that held in a row, and says when it may end. */
@NullMarked
package org.relevo.handover.earlylife;

import org.jspecify.annotations.NullMarked;
