package org.relevo.workflow;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.ibatis.io.Resources;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.defaults.DefaultSqlSessionFactory;
import org.apache.ibatis.transaction.managed.ManagedTransactionFactory;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.TypeHandler;
import org.flowable.spring.SpringProcessEngineConfiguration;
import org.flowable.variable.api.types.VariableType;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Reads the engine's mappings between its tables and its objects on a thread of its own while the beans before the
 * engine are made: they are large and would hold up the start for seconds.
 */
class EngineMappings implements BeanFactoryPostProcessor {

    private static final String POSTGRES = "postgres";

    private final VariableTypeNames names = new VariableTypeNames();
    private final FutureTask<Configuration> reading = new FutureTask<>(this::read);

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        var thread = new Thread(reading, "engine-mappings");
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits until they are read. The engine takes part in the transactions of its caller, as it does by itself. */
    void give(SpringProcessEngineConfiguration engine) {
        var transactions = new ManagedTransactionFactory();
        var properties = new Properties();
        properties.setProperty("closeConnection", "false");
        transactions.setProperties(properties);
        names.engine = engine;
        var mappings = read(reading);
        mappings.setEnvironment(new Environment("default", transactions, engine.getDataSource()));
        engine.setDatabaseType(POSTGRES);
        engine.setTransactionFactory(transactions);
        engine.setSqlSessionFactory(new DefaultSqlSessionFactory(mappings));
    }

    private static Configuration read(FutureTask<Configuration> reading) {
        try {
            return reading.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The engine's mappings cannot be read", e.getCause());
        }
    }

    /** As the engine reads them itself. */
    private Configuration read() {
        var reader = new Reading(names);
        reader.setDatabaseType(POSTGRES);
        var properties = new Properties();
        for (var empty : new String[] {
            "prefix",
            "wildcardEscapeClause",
            "limitBefore",
            "limitAfter",
            "limitBetween",
            "limitBeforeNativeQuery",
            "limitAfterNativeQuery"
        }) {
            properties.setProperty(empty, "");
        }
        try (var file = new InputStreamReader(reader.getMyBatisXmlConfigurationStream(), StandardCharsets.UTF_8);
                var dialect = Resources.getResourceAsStream(reader.pathToEngineDbProperties())) {
            properties.load(dialect);
            return reader.initMybatisConfiguration(
                    new Environment("unknown yet", new ManagedTransactionFactory(), new DriverManagerDataSource()),
                    file,
                    properties);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An engine that is never built, for it knows how to read the mappings. */
    private static class Reading extends SpringProcessEngineConfiguration {

        private final VariableTypeNames names;

        Reading(VariableTypeNames names) {
            this.names = names;
        }

        @Override
        public void initMybatisTypeHandlers(Configuration configuration) {
            super.initMybatisTypeHandlers(configuration);
            configuration.getTypeHandlerRegistry().register(VariableType.class, JdbcType.VARCHAR, names);
        }
    }

    /** The types of variables by their names, which are those of the engine that is made later. */
    private static class VariableTypeNames implements TypeHandler<VariableType> {

        private @Nullable SpringProcessEngineConfiguration engine;

        @Override
        public void setParameter(PreparedStatement statement, int index, VariableType type, JdbcType jdbcType)
                throws SQLException {
            statement.setString(index, type.getTypeName());
        }

        @Override
        public @Nullable VariableType getResult(ResultSet row, String column) throws SQLException {
            return named(row.getString(column));
        }

        @Override
        public @Nullable VariableType getResult(ResultSet row, int column) throws SQLException {
            return named(row.getString(column));
        }

        @Override
        public @Nullable VariableType getResult(CallableStatement call, int column) throws SQLException {
            return named(call.getString(column));
        }

        private @Nullable VariableType named(@Nullable String name) {
            return name == null
                    ? null
                    : Objects.requireNonNull(engine).getVariableTypes().getVariableType(name);
        }
    }
}
