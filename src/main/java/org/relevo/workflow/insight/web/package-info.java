/** The pages and the API of how processes run. */
@NullMarked
package org.relevo.workflow.insight.web;

import org.jspecify.annotations.NullMarked;
