package io.tiktoken.defaults.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
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
        setRollbackOnCommitFailure(true);
        // A violated constraint inside a repository call undoes one request, never the whole batch.
        setGlobalRollbackOnParticipationFailure(false);
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        onConnection(connection -> {
            try {
                connection.setAutoCommit(true);
            } catch (SQLException failure) {
                throw translateException("JDBC commit", failure);
            }
        });
    }

    /**
     * After a failed commit the driver believes to be in auto-commit mode, and its own {@code rollback()} would
     * refuse; after a full disk SQLite has rolled back by itself, and there is nothing left to do.
     */
    @Override
    protected void doRollback(DefaultTransactionStatus status) {
        onConnection(connection -> {
            try (var statement = connection.createStatement()) {
                if (connection.getAutoCommit()) {
                    statement.execute("ROLLBACK");
                } else {
                    connection.rollback();
                }
            } catch (SQLException alreadyRolledBack) {
                log.debug("SQLite had already rolled back: {}", alreadyRolledBack.toString());
            }
        });
    }

    private void onConnection(Consumer<Connection> work) {
        var dataSource = obtainDataSource();
        var connection = DataSourceUtils.getConnection(dataSource);
        try {
            work.accept(connection);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }
}
