/** The RAID log of a project: risks and assumptions, beside its issues and dependencies. */
@NamedInterface("raid")
@NullMarked
package org.relevo.project.raid;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
