package io.tiktoken.defaults.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.util.unit.DataSize;

/**
 * Two pools on one file: one connection that writes, and several that can only read. Which one a
 * transaction gets is decided by {@code @Transactional(readOnly = true)}.
 */
final class SqliteDataSources implements AutoCloseable {

    /** The ends of all indexes in a database of some millions of rows: SQLite's two megabytes hold a fraction of them. */
    private static final DataSize WRITERS_CACHE = DataSize.ofMegabytes(32);

    /**
     * After so many, of 4 KB each, they are copied from the log to the file. A page that was written ten times by then
     * is copied once; with SQLite's usual thousand, these copies cost every transfer a sixth of its time.
     */
    private static final int PAGES_OF_LOG = 8_000;

    private final HikariDataSource writer;
    private final HikariDataSource readers;

    SqliteDataSources(DatabaseFile file, DatabaseSettings settings) {
        var busy = settings.busyTimeout();
        // All of it in the address: Hikari's init statement runs one PRAGMA only, and two are per connection.
        // FULL, because with NORMAL a power cut takes commits back that were acknowledged. What savepoints need to go
        // back is kept in memory: 64 KB of it would else be written to a temporary file, in every larger batch. And
        // nobody wants the key that the database made: for each INSERT, the driver would ask for it.
        var address = ("jdbc:sqlite:%s?journal_mode=WAL&synchronous=FULL&busy_timeout=%d&foreign_keys=true"
                        + "&temp_store=MEMORY&jdbc.get_generated_keys=false")
                .formatted(file.path(), busy.toMillis());
        // Open mode 2 reads and writes but does not create: a file that has gone missing is an error, not a new
        // database.
        var writing = address + "&open_mode=2&transaction_mode=IMMEDIATE&cache_size=-" + WRITERS_CACHE.toKilobytes()
                + "&wal_autocheckpoint=" + PAGES_OF_LOG;
        this.writer = new HikariDataSource(pool("writer", writing, 1, busy));
        var reading = pool("readers", address + "&open_mode=1", settings.readers(), busy);
        reading.setReadOnly(true);
        reading.setMinimumIdle(0);
        reading.setInitializationFailTimeout(-1);
        this.readers = new HikariDataSource(reading);
    }

    DataSource routed() {
        var routed = new LazyConnectionDataSourceProxy(writer);
        routed.setReadOnlyDataSource(readers);
        routed.setDefaultAutoCommit(true);
        routed.setDefaultTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
        return routed;
    }

    /**
     * After an error that may have left the writer's connection in an unknown state: the next batch gets a new one.
     *
     * @throws SQLException when there is none to be had that can read the database
     */
    void renewWriter() throws SQLException {
        writer.getHikariPoolMXBean().softEvictConnections();
        try (var connection = writer.getConnection();
                var statement = connection.createStatement()) {
            // Reads the file but waits for nobody's lock: another process that writes is no fault of the connection.
            statement.executeQuery("SELECT count(*) FROM sqlite_schema").close();
        }
    }

    @Override
    public void close() {
        readers.close();
        writer.close();
    }

    private static HikariConfig pool(String name, String address, int size, Duration wait) {
        var pool = new HikariConfig();
        pool.setPoolName(name);
        pool.setDataSource(new StatementCachingDataSource(new DriverManagerDataSource(address)));
        pool.setMaximumPoolSize(size);
        pool.setConnectionTimeout(Math.max(wait.toMillis(), 250));
        return pool;
    }
}
