package org.relevo.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ImpactRows {

    private final JdbcClient jdbc;

    ImpactRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Impact of(WorkItemNumber number) {
        return jdbc.sql("select * from incident_impact where work_item = ?")
                .param(number.value())
                .query((row, i) -> new Impact(
                        texts(row, "services"),
                        texts(row, "sites"),
                        row.getObject("users", Integer.class),
                        row.getString("in_words"),
                        row.getInt("version")))
                .optional()
                .orElse(Impact.UNSAID);
    }

    void save(WorkItemNumber number, Impact impact) {
        jdbc.sql("""
                        insert into incident_impact (work_item, services, sites, users, in_words, version)
                        values (:number, :services, :sites, :users, :inWords, :version)
                        on conflict (work_item) do update set services = excluded.services, sites = excluded.sites,
                            users = excluded.users, in_words = excluded.in_words, version = excluded.version
                        """)
                .param("number", number.value())
                .param("services", impact.services().toArray(String[]::new))
                .param("sites", impact.sites().toArray(String[]::new))
                .param("users", impact.users(), Types.INTEGER)
                .param("inWords", impact.inWords())
                .param("version", impact.version())
                .update();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
