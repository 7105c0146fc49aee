package org.relevo.project.status;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.rules.StatusAspect;
import org.relevo.rules.StatusColour;

/**
 * The colour that figures give one aspect of a project.
 *
 * @param colour null where there is no figure yet
 * @param reasons the figures it follows from, the worst first, as sentences
 */
public record Computed(StatusAspect aspect, @Nullable StatusColour colour, List<String> reasons) {}
