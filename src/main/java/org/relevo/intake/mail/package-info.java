/** The mailbox by which people answer escalations and report incidents. */
@NullMarked
package org.relevo.intake.mail;

import org.jspecify.annotations.NullMarked;
