/** The page that says what is wrong. */
@NullMarked
package org.relevo.watchdog.web;

import org.jspecify.annotations.NullMarked;
