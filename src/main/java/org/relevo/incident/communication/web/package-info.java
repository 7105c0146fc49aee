/** Pages and API of the communication on incidents, and the status page. */
@NullMarked
package org.relevo.incident.communication.web;

import org.jspecify.annotations.NullMarked;
