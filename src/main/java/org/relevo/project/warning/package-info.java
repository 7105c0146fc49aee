/** Warnings of where a project will end, with the range that past slips suggest, and how often they were right. */
@NamedInterface("warning")
@NullMarked
package org.relevo.project.warning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
