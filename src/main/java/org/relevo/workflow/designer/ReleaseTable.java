package org.relevo.workflow.designer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps who deployed what, and why. */
@Component
class ReleaseTable {

    private final JdbcClient jdbc;

    ReleaseTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Release release) {
        jdbc.sql("""
                        insert into process_release (process_key, version, draft, draft_version, sha256, reason, author,
                            approver, deployed_by, deployed_at, rolled_back_to)
                        values (:key, :version, :draft, :draftVersion, :sha, :reason, :author, :approver, :by, :at, :back)""")
                .param("key", release.processKey())
                .param("version", release.version())
                .param("draft", release.draft())
                .param("draftVersion", release.draftVersion())
                .param("sha", release.sha256())
                .param("reason", release.reason())
                .param("author", release.author())
                .param("approver", release.approver())
                .param("by", release.deployedBy())
                .param("at", release.deployedAt().atOffset(ZoneOffset.UTC))
                .param("back", release.rolledBackTo())
                .update();
    }

    List<Release> of(String key) {
        return jdbc.sql("select * from process_release where process_key = :key order by version desc")
                .param("key", key)
                .query(ReleaseTable::release)
                .list();
    }

    /** The newest of each process. */
    List<Release> newest() {
        return jdbc.sql("select distinct on (process_key) * from process_release order by process_key, version desc")
                .query(ReleaseTable::release)
                .list();
    }

    private static Release release(ResultSet row, int n) throws SQLException {
        return new Release(
                row.getString("process_key"),
                row.getInt("version"),
                row.getObject("draft", Long.class),
                row.getObject("draft_version", Integer.class),
                row.getString("sha256"),
                row.getString("reason"),
                row.getString("author"),
                row.getString("approver"),
                row.getString("deployed_by"),
                row.getObject("deployed_at", OffsetDateTime.class).toInstant(),
                row.getObject("rolled_back_to", Integer.class));
    }
}
