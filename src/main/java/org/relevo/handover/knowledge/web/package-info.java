/** The knowledge transfer of a handover on its page and over HTTP. */
@NullMarked
package org.relevo.handover.knowledge.web;

import org.jspecify.annotations.NullMarked;
