package io.tiktoken.wallet.speed;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes the place of SQLite's driver and writes down all that is asked of connections that can write, whatever
 * stands above them: so what is replayed is what the service does, and not what somebody believes that it does.
 */
final class Recorder implements Driver {

    private final Driver sqlite;
    private final List<Step> steps = new ArrayList<>();
    private volatile boolean recording;
    private volatile @Nullable String address;

    private Recorder(Driver sqlite) {
        this.sqlite = sqlite;
    }

    /** From now on, every connection to SQLite is one of the recorder's. */
    static Recorder inPlaceOfTheDriver() throws SQLException {
        var sqlite = DriverManager.getDriver("jdbc:sqlite:");
        DriverManager.deregisterDriver(sqlite);
        var recorder = new Recorder(sqlite);
        DriverManager.registerDriver(recorder);
        return recorder;
    }

    void giveBack() throws SQLException {
        DriverManager.deregisterDriver(this);
        DriverManager.registerDriver(sqlite);
    }

    void record() {
        recording = true;
    }

    Recording stop() {
        recording = false;
        synchronized (steps) {
            var recorded = new Recording(String.valueOf(address), List.copyOf(steps));
            steps.clear();
            return recorded;
        }
    }

    @Override
    public @Nullable Connection connect(String url, Properties settings) throws SQLException {
        var connection = sqlite.connect(url, settings);
        if (connection == null || url.contains("open_mode=1")) {
            return connection;
        }
        if (url.contains("?")) {
            address = url;
        }
        return proxy(Connection.class, (method, arguments) -> onConnection(connection, method, arguments));
    }

    private Object onConnection(Connection connection, Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "setAutoCommit" -> {
                if ((boolean) arguments[0] != connection.getAutoCommit()) {
                    note((boolean) arguments[0] ? new Step.Commit() : new Step.Begin());
                }
            }
            case "setSavepoint" -> note(new Step.Savepoint());
            case "releaseSavepoint" -> note(new Step.Release());
            case "commit", "rollback" -> {
                if (recording) {
                    throw new SQLException("A recording has no " + method.getName());
                }
            }
            default -> {}
        }
        var result = invoke(connection, method, arguments);
        return switch (result) {
            case PreparedStatement statement -> {
                var values = new Values((String) arguments[0]);
                yield proxy(PreparedStatement.class, (called, with) -> values.onStatement(statement, called, with));
            }
            case Statement statement ->
                proxy(Statement.class, (called, with) -> {
                    if (called.getName().startsWith("execute") && with.length > 0) {
                        note(new Step.Run((String) with[0], List.of()));
                    }
                    return invoke(statement, called, with);
                });
            case null, default -> result;
        };
    }

    private void note(Step step) {
        if (recording) {
            synchronized (steps) {
                steps.add(step);
            }
        }
    }

    /** The values of one prepared statement, as they are set for its next run. */
    private final class Values {

        private final String sql;
        private final List<@Nullable Object> values = new ArrayList<>();
        private final List<Step> batch = new ArrayList<>();

        Values(String sql) {
            this.sql = sql;
        }

        Object onStatement(PreparedStatement statement, Method method, Object[] arguments) throws Throwable {
            var name = method.getName();
            if (name.startsWith("set") && arguments.length >= 2 && arguments[0] instanceof Integer place) {
                while (values.size() < place) {
                    values.add(null);
                }
                values.set(place - 1, name.equals("setNull") ? null : arguments[1]);
            } else if (name.equals("addBatch")) {
                batch.add(run());
            } else if (name.equals("executeBatch") || name.equals("executeLargeBatch")) {
                batch.forEach(Recorder.this::note);
                batch.clear();
            } else if (name.startsWith("execute")) {
                note(run());
            }
            return invoke(statement, method, arguments);
        }

        private Step run() {
            return new Step.Run(sql, new ArrayList<>(values));
        }
    }

    /** As {@link java.lang.reflect.InvocationHandler}, without the proxy. */
    private interface Call {
        @Nullable
        Object of(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                Recorder.class.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> call.of(method, arguments == null ? new Object[0] : arguments)));
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return sqlite.acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties settings) throws SQLException {
        return sqlite.getPropertyInfo(url, settings);
    }

    @Override
    public int getMajorVersion() {
        return sqlite.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
        return sqlite.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
        return sqlite.jdbcCompliant();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return sqlite.getParentLogger();
    }
}
