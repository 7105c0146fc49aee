package org.relevo.project;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.relevo.workitem.WorkItemNumber;

/**
 * Something that is to be finished by a date within a budget.
 *
 * @param manager username of the project manager
 * @param sponsor username of the one who pays and decides
 * @param number the case that carries its tolerances; null before anything is promised
 * @param currency what its amounts are kept in
 * @param zone whose days its dates are
 */
public record Project(
        String key,
        String name,
        String description,
        @Nullable String manager,
        @Nullable String sponsor,
        @Nullable WorkItemNumber number,
        String state,
        Currency currency,
        ZoneId zone,
        @Nullable LocalDate startsOn,
        boolean demo) {}
