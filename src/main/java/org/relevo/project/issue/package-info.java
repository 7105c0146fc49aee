/** Issues of projects, from the moment somebody raises one until it is solved or its rest is accepted. */
@NamedInterface("issue")
@NullMarked
package org.relevo.project.issue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
