/** What a project reports to those who decide when it does not keep to a tolerance, and what they decide. */
@NamedInterface("exception")
@NullMarked
package org.relevo.project.exception;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
