/** Pages and API of commitments: how each was counted, hold and resume, whose calendar counts. */
@NullMarked
package org.relevo.commitment.web;

import org.jspecify.annotations.NullMarked;
