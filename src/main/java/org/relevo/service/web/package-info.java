/** The pages of the service catalogue. */
@NullMarked
package org.relevo.service.web;

import org.jspecify.annotations.NullMarked;
