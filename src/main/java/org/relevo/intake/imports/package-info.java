/** What other tools export: work items with their whole history, read through a saved column mapping. */
@NullMarked
package org.relevo.intake.imports;

import org.jspecify.annotations.NullMarked;
