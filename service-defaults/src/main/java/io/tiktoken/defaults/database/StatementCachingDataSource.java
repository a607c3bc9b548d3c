package io.tiktoken.defaults.database;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Makes connections that keep their prepared statements when these are closed, and hand them out again for the same
 * text. Neither the driver nor the pool does so, and to compile the same dozen statements anew for each request took a
 * third of the writer's time.
 */
final class StatementCachingDataSource extends DelegatingDataSource {

    /** More than any service has; those of which there is no end, such as lists of any length, push each other out. */
    private static final int MOST_KEPT = 200;

    StatementCachingDataSource(DataSource driver) {
        super(driver);
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = super.getConnection();
        return proxy(Connection.class, new Keeping(connection));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(
                StatementCachingDataSource.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object call(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() == null ? thrown : thrown.getCause();
        }
    }

    /** A connection, and its statements that nobody uses just now. It is one thread's at a time. */
    private static final class Keeping implements InvocationHandler {

        private final Connection connection;
        private final LinkedHashMap<String, PreparedStatement> idle = new LinkedHashMap<>();

        Keeping(Connection connection) {
            this.connection = connection;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            var isPlainPrepare = method.getName().equals("prepareStatement") && method.getParameterCount() == 1;
            return isPlainPrepare && requireNonNull(arguments)[0] instanceof String sql
                    ? prepare(sql)
                    : call(connection, method, arguments);
        }

        private PreparedStatement prepare(String sql) throws SQLException {
            var kept = idle.remove(sql);
            var statement = kept == null ? connection.prepareStatement(sql) : kept;
            return proxy(PreparedStatement.class, new Lent(this, sql, statement));
        }

        void takeBack(String sql, PreparedStatement statement) throws SQLException {
            statement.clearParameters();
            var surplus = idle.put(sql, statement);
            if (surplus == null && idle.size() > MOST_KEPT) {
                surplus = idle.pollFirstEntry().getValue();
            }
            if (surplus != null) {
                surplus.close();
            }
        }
    }

    /** A statement in use. One that has failed is not used again. */
    private static final class Lent implements InvocationHandler {

        private final Keeping owner;
        private final String sql;
        private final PreparedStatement statement;
        private @Nullable ResultSet results;
        private boolean failed;
        private boolean closed;

        Lent(Keeping owner, String sql, PreparedStatement statement) {
            this.owner = owner;
            this.sql = sql;
            this.statement = statement;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            return switch (method.getName()) {
                case "close" -> {
                    close();
                    yield null;
                }
                case "isClosed" -> closed;
                default -> use(method, arguments);
            };
        }

        private @Nullable Object use(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
            if (closed) {
                throw new SQLException("This statement is closed");
            }
            try {
                var answer = call(statement, method, arguments);
                if (answer instanceof ResultSet found) {
                    results = found;
                }
                return answer;
            } catch (Throwable failure) {
                failed = true;
                throw failure;
            }
        }

        private void close() throws SQLException {
            if (closed) {
                return;
            }
            closed = true;
            if (failed) {
                statement.close();
            } else {
                if (results != null) {
                    results.close(); // Else it would go on reading, and hold on to what the database was then.
                }
                owner.takeBack(sql, statement);
            }
        }
    }
}
