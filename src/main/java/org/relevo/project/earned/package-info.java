/** What a project has earned beside what was planned and spent. */
@NullMarked
package org.relevo.project.earned;

import org.jspecify.annotations.NullMarked;
