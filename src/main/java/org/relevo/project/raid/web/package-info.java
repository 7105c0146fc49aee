/** The pages of the RAID log. */
@NullMarked
package org.relevo.project.raid.web;

import org.jspecify.annotations.NullMarked;
