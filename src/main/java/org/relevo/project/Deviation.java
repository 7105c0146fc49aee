package org.relevo.project;

import java.math.BigDecimal;
import java.util.List;
import org.relevo.commitment.Amount;
import org.relevo.rules.Metric;

/** How far an outlook is beyond its baseline, measured against a tolerance. */
record Deviation(Project project, Outlook outlook, BigDecimal allowed) {

    /** What carries a tolerance: a metric with its amount. */
    record Carried(Metric metric, Amount amount) {}

    /** Money that was spent and money that will have been are two promises; weight that is given up counts from nothing. */
    List<Carried> carried() {
        var o = outlook;
        var money = project.currency().getCurrencyCode();
        return switch (o.dimension()) {
            case TIME -> List.of(carried(Metric.SCHEDULE_DAYS, o.baseline(), o.forecast(), "days"));
            case COST ->
                List.of(
                        carried(Metric.FORECAST_COST, o.baseline(), o.forecast(), money),
                        carried(Metric.BUDGET, o.baseline(), o.actual(), money));
            case SCOPE -> List.of(carried(Metric.SCOPE, BigDecimal.ZERO, forecast(), "points"));
        };
    }

    private Carried carried(Metric metric, BigDecimal baseline, BigDecimal current, String unit) {
        return new Carried(metric, new Amount(baseline, allowed, current, unit));
    }

    /** How far it will be beyond its baseline; negative where it will be better. */
    BigDecimal forecast() {
        return outlook.dimension() == Dimension.SCOPE
                ? outlook.baseline().subtract(outlook.forecast())
                : outlook.forecast().subtract(outlook.baseline());
    }

    boolean forecastExceeded() {
        return forecast().compareTo(allowed) > 0;
    }

    /** Scope that is not delivered yet is not missing yet. */
    boolean actualExceeded() {
        return outlook.dimension() != Dimension.SCOPE
                && outlook.actual().subtract(outlook.baseline()).compareTo(allowed) > 0;
    }

    String sentence(Tolerance tolerance) {
        return "%s: %s %s promised, %s %s allowed (%s), %s now, %s forecast: %s"
                .formatted(
                        outlook.dimension(),
                        plain(outlook.baseline()),
                        unit(),
                        plain(allowed),
                        outlook.dimension() == Dimension.SCOPE ? "less" : "more",
                        tolerance.level().equals("TABLE") ? "by the table" : "set by " + tolerance.setBy(),
                        plain(outlook.actual()),
                        plain(outlook.forecast()),
                        outlook.because());
    }

    private String unit() {
        return switch (outlook.dimension()) {
            case TIME -> "days";
            case COST -> project.currency().getCurrencyCode();
            case SCOPE -> "points";
        };
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
