/** Pages and API of root-cause analyses and corrective actions. */
@NullMarked
package org.relevo.rca.web;

import org.jspecify.annotations.NullMarked;
