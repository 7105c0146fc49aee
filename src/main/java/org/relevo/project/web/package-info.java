/** The pages of the projects; their view of people and of what happened is there for the pages of other modules too. */
@NamedInterface("web")
@NullMarked
package org.relevo.project.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
