/** The doors: webhooks, the API and the form by which incidents come in. */
@NullMarked
package org.relevo.intake.web;

import org.jspecify.annotations.NullMarked;
