/** How a project stands: what its manager says, what its figures say, and what comes of it where the two disagree. */
@NamedInterface("status")
@NullMarked
package org.relevo.project.status;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
