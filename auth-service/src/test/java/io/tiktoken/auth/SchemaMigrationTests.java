package io.tiktoken.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database from before names were folded and places remembered. */
class SchemaMigrationTests {

    @TempDir
    Path folder;

    @Test
    void peopleAreFoundAndTheirPlacesKnownAsBefore() throws SQLException {
        migrateTo("7");
        try (var connection = DriverManager.getConnection(address());
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (var person = 1; person <= 2_500; person++) { // More than one chunk.
                statement.execute("""
                        INSERT INTO users (id, username, display_name, password_hash, recovery_code_hash, administrator,
                                           created_at)
                        VALUES ('%1$d', 'user%1$d', 'ZOË %1$d', '{x}x', zeroblob(32), 0, 1)""".formatted(person));
            }
            statement.execute("""
                    INSERT INTO security_events (id, at, kind, result, actor, subject, address) VALUES
                    ('a', 100, 'APPROVAL_GIVEN', 'SUCCEEDED', '1', '1', '192.0.2.1'),
                    ('b', 200, 'APPROVAL_GIVEN', 'SUCCEEDED', '1', '1', '192.0.2.1'),
                    ('c', 300, 'APPROVAL_GIVEN', 'SUCCEEDED', '1', '1', '2001:db8::1'),
                    ('d', 400, 'PIN_WRONG', 'REFUSED', '2', '2', '192.0.2.1'),
                    ('e', 500, 'APPROVAL_GIVEN', 'SUCCEEDED', '3', '3', NULL),
                    ('f', 600, 'APPROVAL_GIVEN', 'SUCCEEDED', 'gone', 'gone', '192.0.2.1')""");
            connection.commit();

            migrateTo("11.1");

            assertThat(query(
                            connection, "SELECT count(DISTINCT search_text) FROM users WHERE search_text LIKE 'zoe %'"))
                    .containsExactly("2500");
            assertThat(query(connection, "SELECT concat_ws(' ', user_id, address, since, at) FROM pin_places"))
                    .containsExactly("1 192.0.2.1 100 200");
        }
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(address(), null, null)
                .locations("classpath:db/decision", "classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    private static List<String> query(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            var rows = new ArrayList<String>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        }
    }

    private String address() {
        return "jdbc:sqlite:%s?foreign_keys=true".formatted(folder.resolve("auth.db"));
    }
}
