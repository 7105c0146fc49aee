/** The pages of people, teams and settings. */
@NullMarked
package org.relevo.people.web;

import org.jspecify.annotations.NullMarked;
