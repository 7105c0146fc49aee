/** What the doors of all modules share: JSON bodies within limits, and problem details that name field and remedy. */
@NullMarked
package org.relevo.platform.web;

import org.jspecify.annotations.NullMarked;
