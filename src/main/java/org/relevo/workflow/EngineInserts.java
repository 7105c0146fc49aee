package org.relevo.workflow;

import org.apache.ibatis.session.ExecutorType;
import org.flowable.common.engine.impl.context.Context;
import org.flowable.common.engine.impl.db.DbSqlSession;
import org.flowable.common.engine.impl.db.DbSqlSessionFactory;
import org.flowable.common.engine.impl.persistence.cache.EntityCache;

/**
 * Sends the rows that the engine writes at the end of a command to the database together, a table at a time. Starting a
 * process writes about thirty rows, and a way to the database and back for each would be most of what it costs.
 */
class EngineInserts extends DbSqlSessionFactory {

    EngineInserts(boolean usePrefixId) {
        super(usePrefixId);
    }

    @Override
    protected DbSqlSession createDbSqlSession() {
        return new Batching(this, Context.getCommandContext().getSession(EntityCache.class));
    }

    private static class Batching extends DbSqlSession {

        Batching(DbSqlSessionFactory sessions, EntityCache cache) {
            super(sessions, cache);
        }

        /** On the connection of the command, so that they are part of its transaction. */
        @Override
        protected void flushInserts() {
            if (insertedObjects.isEmpty()) {
                return;
            }
            var own = sqlSession;
            sqlSession =
                    dbSqlSessionFactory.getSqlSessionFactory().openSession(ExecutorType.BATCH, own.getConnection());
            try {
                super.flushInserts();
                sqlSession.flushStatements();
            } finally {
                sqlSession.close();
                sqlSession = own;
            }
        }
    }
}
