/** The pages of a project's reports and of the requests for them. */
@NullMarked
package org.relevo.project.report.web;

import org.jspecify.annotations.NullMarked;
