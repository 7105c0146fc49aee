package org.relevo.project.money;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A month of a project: promised, planned and spent in it. */
public record Period(LocalDate month, BigDecimal budget, BigDecimal plan, BigDecimal spent) {}
