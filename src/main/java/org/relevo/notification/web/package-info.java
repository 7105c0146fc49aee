/** The mail catcher's pages. */
@NullMarked
package org.relevo.notification.web;

import org.jspecify.annotations.NullMarked;
