package org.relevo.rules;

/** Watches a corrective action that is done for some days: without a repeat it was effective. */
public record WatchEffect(int days, String rule, String because) implements Decision {}
