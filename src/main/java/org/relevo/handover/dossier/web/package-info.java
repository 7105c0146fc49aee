/** The dossier of a handover, as a page and on paper. */
@NullMarked
package org.relevo.handover.dossier.web;

import org.jspecify.annotations.NullMarked;
