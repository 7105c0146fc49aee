package org.relevo.rca;

import java.time.ZoneId;
import java.util.Locale;
import org.relevo.platform.Paper;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.stereotype.Component;

/** Prints an analysis. What is printed depends on the analysis, the language and the zone alone. */
@Component
class RcaPdf {

    private final PrintedRca printed;
    private final Paper paper;

    RcaPdf(PrintedRca printed, Paper paper) {
        this.printed = printed;
        this.paper = paper;
    }

    byte[] print(WorkItemNumber number, Locale language, ZoneId zone) {
        return paper.print("rca/pdf", printed.context(number, language, zone));
    }
}
