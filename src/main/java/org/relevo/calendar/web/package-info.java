/** Pages and API of calendars: a year, its revisions, the calculator. */
@NullMarked
package org.relevo.calendar.web;

import org.jspecify.annotations.NullMarked;
