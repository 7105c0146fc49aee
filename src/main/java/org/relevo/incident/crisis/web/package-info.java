/** The pages of the crisis room, and the same for programs. */
@NullMarked
package org.relevo.incident.crisis.web;

import org.jspecify.annotations.NullMarked;
