package io.tiktoken.wallet.speed;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;

/**
 * A recording once more, by one thread that does nothing else: each statement is prepared once, and all that is left
 * is SQLite. How fast this is, is how fast the service could be if everything around its database cost nothing.
 */
final class BareLoop implements AutoCloseable {

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private final Deque<Savepoint> savepoints = new ArrayDeque<>();

    private BareLoop(Connection connection) {
        this.connection = connection;
    }

    /** Plays it on a file that is what the recorded one was, and says how long that took. */
    static Duration play(Recording recording, Path file) throws SQLException {
        var address = recording.address().replaceFirst("jdbc:sqlite:[^?]*", "jdbc:sqlite:" + file);
        try (var loop = new BareLoop(new JDBC().connect(address, new Properties()))) {
            var began = System.nanoTime();
            for (var step : recording.steps()) {
                loop.take(step);
            }
            return Duration.ofNanos(System.nanoTime() - began);
        }
    }

    @Override
    public void close() throws SQLException {
        for (var statement : prepared.values()) {
            statement.close();
        }
        connection.close();
    }

    private void take(Step step) throws SQLException {
        switch (step) {
            case Step.Begin() -> connection.setAutoCommit(false);
            case Step.Commit() -> connection.setAutoCommit(true);
            case Step.Savepoint() -> savepoints.push(connection.setSavepoint());
            case Step.Release() -> connection.releaseSavepoint(savepoints.pop());
            case Step.Run(var sql, var values) -> run(sql, values);
        }
    }

    private void run(String sql, List<? extends @Nullable Object> values) throws SQLException {
        var statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (var i = 0; i < values.size(); i++) {
            set(statement, i + 1, values.get(i));
        }
        if (statement.execute()) {
            try (var rows = statement.getResultSet()) {
                var columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    for (var column = 1; column <= columns; column++) {
                        rows.getObject(column);
                    }
                }
            }
        }
    }

    private static void set(PreparedStatement statement, int place, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(place, java.sql.Types.NULL);
            case String text -> statement.setString(place, text);
            case Long number -> statement.setLong(place, number);
            case Integer number -> statement.setInt(place, number);
            case byte[] bytes -> statement.setBytes(place, bytes);
            default -> statement.setObject(place, value);
        }
    }
}
