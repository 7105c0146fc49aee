package org.relevo.intake;

import java.util.List;

/**
 * What a delivery came to, once it is committed.
 *
 * @param incidents numbers of the incidents that its alerts are on
 * @param changed how many of its alerts were new or have resolved
 * @param unchanged how many were known as they are
 */
public record Receipt(List<String> incidents, int changed, int unchanged) {}
