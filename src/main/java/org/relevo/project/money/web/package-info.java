/** The pages of a project's money. */
@NullMarked
package org.relevo.project.money.web;

import org.jspecify.annotations.NullMarked;
