/** The frame around every page: who looks at it, in which language and zone, and what is said when something fails. */
@NullMarked
package org.relevo.platform.web;

import org.jspecify.annotations.NullMarked;
