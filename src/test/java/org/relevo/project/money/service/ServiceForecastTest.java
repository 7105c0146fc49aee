package org.relevo.project.money.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.relevo.project.money.service.ServiceForecast.Month;
import org.relevo.project.money.service.ServiceForecast.PriceChange;
import org.relevo.project.raid.Assumption;

class ServiceForecastTest {

    private static final YearMonth MAY = YearMonth.of(2026, 5);
    private static final LocalDate LATE = LocalDate.of(2027, 12, 31);

    private static Assumption of(String value, String tolerance, LocalDate until) {
        return new Assumption(
                1,
                "kiln",
                "as offered",
                "priya.nair",
                "offer",
                until,
                new BigDecimal(tolerance),
                new BigDecimal(value),
                Assumption.State.VALID);
    }

    private static ServiceForecast forecast(
            Assumption units, Assumption growth, Assumption rate, PriceChange... changes) {
        return new ServiceForecast(1, "Servers", "SRV", MAY, 4, units, growth, rate, List.of(changes));
    }

    @Test
    void itIsUnitsTimesRateWithGrowthAndPriceChangesOneUponTheOther() {
        var forecast = forecast(
                of("10", "0", LATE),
                of("2", "0", LATE),
                of("300", "0", LATE),
                new PriceChange(MAY.plusMonths(1), of("3", "0", LATE)),
                new PriceChange(MAY.plusMonths(2), of("-10", "0", LATE)));
        assertThat(forecast.months())
                .extracting(month -> month.amount().toPlainString())
                .containsExactly("3000.00", "3708.00", "3893.40", "4449.60");
        assertThat(forecast.total(Month::amount)).isEqualByComparingTo("15051.00");
    }

    @Test
    void itRangesAsFarAsTheTolerancesReach() {
        var month = forecast(of("10", "10", LATE), of("0", "0", LATE), of("300", "5", LATE))
                .months()
                .get(0);
        assertThat(month.low()).isEqualByComparingTo("2565");
        assertThat(month.high()).isEqualByComparingTo("3465");
    }

    @Test
    void itNamesWhatAMonthCannotRelyOnAndNeverCountsFewerThanNone() {
        var growth = of("-6", "0", LocalDate.of(2026, 4, 30));
        var months = forecast(of("10", "0", LATE), growth, of("300", "0", LATE)).months();
        assertThat(months.get(0).doubtful()).as("nothing has grown yet").isEmpty();
        assertThat(months.get(1).doubtful()).containsExactly(growth);
        assertThat(months.get(3).amount()).isEqualByComparingTo("0");
    }
}
