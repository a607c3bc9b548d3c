package io.tiktoken.defaults.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Prepared statements that outlive their closing, on a real connection. */
class StatementCachingDataSourceTests {

    private static final String INSERT = "INSERT INTO notes (id, text) VALUES (?, ?)";

    /** What the driver itself was asked to prepare. */
    private final List<String> prepared = new ArrayList<>();

    private final List<PreparedStatement> lent = new ArrayList<>();
    private Connection connection;

    @BeforeEach
    void connect(@TempDir Path folder) throws SQLException {
        var driver =
                new DriverManagerDataSource(
                        "jdbc:sqlite:" + folder.resolve("notes.db") + "?jdbc.get_generated_keys=false") {
                    @Override
                    public Connection getConnection() throws SQLException {
                        return watched(super.getConnection());
                    }
                };
        connection = new StatementCachingDataSource(driver).getConnection();
        execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT)");
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void theSameTextIsPreparedOnce() throws SQLException {
        insert(1, "one");
        insert(2, "two");

        assertThat(prepared).containsExactly(INSERT);
        assertThat(texts()).containsExactly("one", "two");
    }

    @Test
    void whatOneUserHasSetTheNextOneDoesNotInherit() throws SQLException {
        insert(1, "one");
        try (var statement = connection.prepareStatement(INSERT)) {
            statement.setLong(1, 2);
            statement.executeUpdate();
        }

        assertThat(texts()).containsExactly("one", null);
    }

    @Test
    void twoAtOnceAreTwoStatements() throws SQLException {
        insert(1, "one");
        insert(2, "two");
        var both = "SELECT text FROM notes ORDER BY id";
        try (var first = connection.prepareStatement(both);
                var second = connection.prepareStatement(both);
                var ones = first.executeQuery();
                var others = second.executeQuery()) {
            ones.next();
            ones.next();
            others.next();

            assertThat(ones.getString(1)).isEqualTo("two");
            assertThat(others.getString(1)).isEqualTo("one");
        }
        assertThat(texts()).containsExactly("one", "two");
    }

    @Test
    void oneThatHasFailedIsNotUsedAgain() throws SQLException {
        insert(1, "one");
        assertThatThrownBy(() -> insert(1, "another")).hasMessageContaining("UNIQUE");
        insert(2, "two");

        assertThat(prepared).containsExactly(INSERT, INSERT);
        assertThat(texts()).containsExactly("one", "two");
    }

    @Test
    void aClosedOneIsClosed() throws SQLException {
        insert(1, "one");

        var closed = lent.getFirst();
        assertThat(closed.isClosed()).isTrue();
        assertThatThrownBy(closed::executeUpdate).hasMessageContaining("closed");
        closed.close();
        insert(2, "two");
        assertThat(texts()).containsExactly("one", "two");
    }

    /** SQLite refuses to vacuum while any statement has not come to its end. */
    @Test
    void oneThatIsClosedHalfReadReadsNoFurther() throws SQLException {
        insert(1, "one");
        insert(2, "two");
        try (var statement = connection.prepareStatement("SELECT text FROM notes ORDER BY id")) {
            assertThat(statement.executeQuery().next()).isTrue();
        }

        assertThatCode(() -> execute("VACUUM")).doesNotThrowAnyException();
        assertThat(texts()).containsExactly("one", "two");
    }

    @Test
    void aChangedTableIsSeen() throws SQLException {
        assertThat(texts()).isEmpty();
        execute("DROP TABLE notes");
        execute("CREATE TABLE notes (text TEXT, id INTEGER PRIMARY KEY)");
        insert(1, "one");

        assertThat(texts()).containsExactly("one");
    }

    @Test
    void manyTextsDoNotPileUp() throws SQLException {
        for (var i = 0; i < 1_000; i++) {
            query("SELECT " + i);
        }
        query("SELECT 999");
        query("SELECT 0");

        assertThat(prepared).hasSize(1_001).endsWith("SELECT 0");
    }

    private void query(String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql);
                var found = statement.executeQuery()) {
            assertThat(found.next()).isTrue();
        }
    }

    private Connection watched(Connection driver) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        prepared.add((String) arguments[0]);
                    }
                    try {
                        return method.invoke(driver, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void insert(long id, String text) throws SQLException {
        try (var statement = connection.prepareStatement(INSERT)) {
            lent.add(statement);
            statement.setLong(1, id);
            statement.setString(2, text);
            statement.executeUpdate();
        }
    }

    private List<String> texts() throws SQLException {
        try (var statement = connection.prepareStatement("SELECT text FROM notes ORDER BY id");
                var found = statement.executeQuery()) {
            var texts = new ArrayList<String>();
            while (found.next()) {
                texts.add(found.getString(1));
            }
            return texts;
        }
    }
}
