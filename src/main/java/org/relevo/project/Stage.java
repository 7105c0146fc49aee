package org.relevo.project;

import java.time.LocalDate;

/** A part of a project that follows others. */
public record Stage(
        long id, String project, int position, String name, LocalDate baselineStart, LocalDate baselineEnd) {}
