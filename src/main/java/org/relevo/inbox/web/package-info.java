/** The pages of tasks and incidents: this module may see whatever a case consists of. */
@NullMarked
package org.relevo.inbox.web;

import org.jspecify.annotations.NullMarked;
