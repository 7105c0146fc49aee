/** The page of a project's status. */
@NullMarked
package org.relevo.project.status.web;

import org.jspecify.annotations.NullMarked;
