package org.relevo.inbox;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.relevo.platform.Finding;
import org.relevo.platform.Inspection;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds open cases that nobody answers for, or that have no next step. What older systems brought is theirs. */
@Component
class CasesAdrift implements Inspection {

    private static final String OPEN = """
            select w.number, w.title, count(*) over () as many from work_item w
            where w.state in ('NEW', 'ACKNOWLEDGED') and w.origin is null and
            """;

    private static final String OWNERLESS = "num_nonnulls(w.owner, w.assignee, w.team) = 0";

    private static final String NO_NEXT_STEP = """
            not exists (select from inbox_item i where i.work_item = w.number and i.ended_at is null)
            and not exists (select from commitment c where c.work_item = w.number and c.ended_at is null)
            """;

    private final JdbcClient jdbc;

    CasesAdrift(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Finding> inspect(Instant now) {
        return Stream.of(look("ownerless", OWNERLESS), look("no-next-step", NO_NEXT_STEP))
                .flatMap(List::stream)
                .toList();
    }

    private List<Finding> look(String kind, String condition) {
        record Row(String number, String title, long many) {}
        var rows = jdbc.sql(OPEN + condition + " order by w.priority nulls last, w.raised_at limit " + Finding.EXAMPLES)
                .query((row, i) -> new Row(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
        var examples = rows.stream()
                .map(row ->
                        new Finding.Example(row.number() + " " + row.title(), new WorkItemNumber(row.number()).page()))
                .toList();
        return rows.isEmpty()
                ? List.of()
                : List.of(new Finding(kind, rows.get(0).many(), examples));
    }
}
