/** The lineage of services and handovers on pages and over HTTP. */
@NullMarked
package org.relevo.handover.lineage.web;

import org.jspecify.annotations.NullMarked;
