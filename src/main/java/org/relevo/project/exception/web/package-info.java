/** Pages and API of exception reports. */
@NullMarked
package org.relevo.project.exception.web;

import org.jspecify.annotations.NullMarked;
