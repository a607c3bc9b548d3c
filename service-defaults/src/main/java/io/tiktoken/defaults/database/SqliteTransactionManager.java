package io.tiktoken.defaults.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Commits on SQLite so that success and failure are what they say they are.
 *
 * <p>The driver's {@code commit()} begins the next transaction at once. When another process then holds
 * the lock, it throws although the commit has succeeded. Switching auto-commit on commits and nothing else.
 */
final class SqliteTransactionManager extends JdbcTransactionManager {

    private static final Logger log = LoggerFactory.getLogger(SqliteTransactionManager.class);

    SqliteTransactionManager(DataSource dataSource, SQLExceptionTranslator translator) {
        super(dataSource);
        setExceptionTranslator(translator);
        // A violated constraint inside a repository call undoes one request, never the whole batch.
        setGlobalRollbackOnParticipationFailure(false);
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        var connection = DataSourceUtils.getConnection(obtainDataSource());
        try {
            connection.setAutoCommit(true);
        } catch (SQLException failure) {
            rollbackByHand(connection);
            throw translateException("JDBC commit", failure);
        } finally {
            DataSourceUtils.releaseConnection(connection, obtainDataSource());
        }
    }

    /** The driver believes to be in auto-commit mode by now, so its own {@code rollback()} would refuse. */
    private static void rollbackByHand(Connection connection) {
        try (var statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException alreadyRolledBack) {
            log.debug("SQLite had already rolled back: {}", alreadyRolledBack.toString());
        }
    }
}
