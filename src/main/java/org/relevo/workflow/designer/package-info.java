/** What admins draw: drafts, their versions, who approves them, and what becomes of what is deployed. */
@NullMarked
package org.relevo.workflow.designer;

import org.jspecify.annotations.NullMarked;
