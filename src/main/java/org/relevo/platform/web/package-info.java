<<<<<<< HEAD
/** What the doors of all modules share: JSON bodies within limits, and problem details that name field and remedy. */
=======
/** The frame around every page: who looks at it, in which language and zone, and what is said when something fails. */
>>>>>>> pages
@NullMarked
package org.relevo.platform.web;

import org.jspecify.annotations.NullMarked;
