/** What a project may cost, what it has cost, and what it will. */
@NullMarked
package org.relevo.project.money;

import org.jspecify.annotations.NullMarked;
