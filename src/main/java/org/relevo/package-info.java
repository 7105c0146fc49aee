/** Relevo keeps the promises that service managers and project managers make. */
@NullMarked
package org.relevo;

import org.jspecify.annotations.NullMarked;
