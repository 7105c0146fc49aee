/** The page and the API of early life support. */
@NullMarked
package org.relevo.handover.earlylife.web;

import org.jspecify.annotations.NullMarked;
