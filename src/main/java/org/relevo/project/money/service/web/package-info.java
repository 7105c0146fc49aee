/** The page of service forecasts. */
@NullMarked
package org.relevo.project.money.service.web;

import org.jspecify.annotations.NullMarked;
