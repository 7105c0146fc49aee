/** The pages of a project's earned value. */
@NullMarked
package org.relevo.project.earned.web;

import org.jspecify.annotations.NullMarked;
