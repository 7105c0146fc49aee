/** The pages of handovers. */
@NullMarked
package org.relevo.handover.web;

import org.jspecify.annotations.NullMarked;
