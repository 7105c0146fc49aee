package org.relevo.escalation;

import java.time.Instant;
import java.util.List;
import org.relevo.platform.Finding;
import org.relevo.platform.Inspection;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds cases that nobody has taken on although their escalation went to its end. */
@Component
class EscalationsGivenUp implements Inspection {

    private final JdbcClient jdbc;

    EscalationsGivenUp(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Finding> inspect(Instant now) {
        record Row(String number, String title, long many) {}
        var rows = jdbc.sql("""
                        select w.number, w.title, count(*) over () as many from work_item w
                        where w.state = 'NEW' and exists (select from escalation e where e.work_item = w.number
                            and e.end_reason like 'given up:%')
                        order by w.priority nulls last, w.raised_at limit
                        """ + Finding.EXAMPLES)
                .query((row, i) -> new Row(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
        var examples = rows.stream()
                .map(row ->
                        new Finding.Example(row.number() + " " + row.title(), new WorkItemNumber(row.number()).page()))
                .toList();
        return rows.isEmpty()
                ? List.of()
                : List.of(new Finding("escalation-given-up", rows.get(0).many(), examples));
    }
}
