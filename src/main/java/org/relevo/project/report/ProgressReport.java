package org.relevo.project.report;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What a project told management of a period. It stays as it was on the day it was issued.
 *
 * @param number counts up within the project
 * @param summary what its project manager says about it
 */
public record ProgressReport(
        long id,
        String project,
        int number,
        LocalDate from,
        LocalDate until,
        String summary,
        Instant issuedAt,
        String issuedBy) {}
