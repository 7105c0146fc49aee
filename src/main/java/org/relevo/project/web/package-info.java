/** The pages of the projects. */
@NullMarked
package org.relevo.project.web;

import org.jspecify.annotations.NullMarked;
