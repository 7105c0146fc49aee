/** What a project tells management of a period, and what management asks to be told. */
@NamedInterface("report")
@NullMarked
package org.relevo.project.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
