/** What is handed over, by which evidence, with whose signatures: one document. */
@NullMarked
package org.relevo.handover.dossier;

import org.jspecify.annotations.NullMarked;
