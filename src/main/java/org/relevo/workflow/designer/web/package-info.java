/** Pages and API of the designer. */
@NullMarked
package org.relevo.workflow.designer.web;

import org.jspecify.annotations.NullMarked;
