/** The pages of projects' issues. */
@NullMarked
package org.relevo.project.issue.web;

import org.jspecify.annotations.NullMarked;
