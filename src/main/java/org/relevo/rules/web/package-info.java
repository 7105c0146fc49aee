/** The pages of the rule book. */
@NullMarked
package org.relevo.rules.web;

import org.jspecify.annotations.NullMarked;
