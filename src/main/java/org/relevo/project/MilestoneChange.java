package org.relevo.project;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** That a date of a milestone became another, and why. */
public record MilestoneChange(
        long milestone,
        Milestone.Which which,
        @Nullable LocalDate was,
        @Nullable LocalDate became,
        String reason,
        String by,
        Instant at) {}
