package org.relevo.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database whose connection breaks at a statement or a commit that a test chooses; it counts both. */
@TestConfiguration(proxyBeanMethods = false)
public class FragileDatabase {

    @Bean
    static Fuse fuse() {
        return new Fuse();
    }

    @Bean
    static BeanPostProcessor fragile(Fuse fuse) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source && !(bean instanceof Fragile)
                        ? new Fragile(source, fuse)
                        : bean;
            }
        };
    }

    /** Burns once: the connection is gone before the n-th statement from now on, or just after it where it was a commit. */
    public static class Fuse {

        private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
        private final AtomicInteger statements = new AtomicInteger();
        private volatile boolean burnt;
        private volatile boolean afterCommit;

        public void light(int statement, boolean breakAfterCommit) {
            burnt = false;
            afterCommit = breakAfterCommit;
            left.set(statement);
        }

        /** Answers whether it had burnt. */
        public boolean putOut() {
            left.set(Integer.MAX_VALUE);
            return burnt;
        }

        /** How many statements and commits there were since this was asked last. */
        public int statements() {
            return statements.getAndSet(0);
        }

        private boolean burns() {
            statements.incrementAndGet();
            if (left.get() == Integer.MAX_VALUE || left.decrementAndGet() != 0) {
                return false;
            }
            left.set(Integer.MAX_VALUE);
            burnt = true;
            return true;
        }
    }

    private static final class Fragile extends DelegatingDataSource {

        private final Fuse fuse;

        Fragile(DataSource target, Fuse fuse) {
            super(target);
            this.fuse = fuse;
        }

        @Override
        public Connection getConnection() throws SQLException {
            var real = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("commit") && fuse.burns()) {
                            if (fuse.afterCommit) {
                                real.commit();
                            }
                            throw broken(real);
                        }
                        var answer = invoke(real, method, arguments);
                        return answer instanceof Statement statement
                                ? fragile(statement, real, method.getReturnType())
                                : answer;
                    });
        }

        private Object fragile(Statement statement, Connection real, Class<?> type) {
            return Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {PreparedStatement.class.isAssignableFrom(type) ? type : Statement.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().startsWith("execute") && fuse.burns()) {
                            throw broken(real);
                        }
                        return invoke(statement, method, arguments);
                    });
        }

        private static SQLException broken(Connection real) throws SQLException {
            real.unwrap(org.postgresql.PGConnection.class);
            real.abort(Runnable::run);
            return new SQLException("the connection is gone", "08006");
        }

        private static Object invoke(Object target, java.lang.reflect.Method method, Object[] arguments)
                throws Throwable {
            try {
                return method.invoke(target, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }
}
