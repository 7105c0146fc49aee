package org.relevo.platform;

import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/** Runs a file of SQL statements inside the current transaction. */
@Component
public class SqlFile {

    private final DataSource dataSource;

    SqlFile(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public void run(String classPathName) {
        var connection = DataSourceUtils.getConnection(dataSource);
        try {
            ScriptUtils.executeSqlScript(
                    connection, new EncodedResource(new ClassPathResource(classPathName), "UTF-8"));
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }
}
