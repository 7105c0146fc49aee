package org.relevo.project.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.relevo.project.ReportPart.Table;

class ReportCsvTest {

    @Test
    void aSpreadsheetReadsNumbersAndRunsNothing() {
        var table = new Table(
                "budget",
                "Budget",
                List.of("Kind", "Beyond"),
                List.of(List.of("=1+1", "-12.50"), List.of("-2+3", "said \"so\", twice")),
                "");
        assertThat(ReportCsv.of(table))
                .isEqualTo("Kind,Beyond\r\n'=1+1,-12.50\r\n'-2+3,\"said \"\"so\"\", twice\"\r\n");
    }
}
