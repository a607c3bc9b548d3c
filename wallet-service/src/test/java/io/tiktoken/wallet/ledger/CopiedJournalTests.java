package io.tiktoken.wallet.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal that was written before there were transfers. */
class CopiedJournalTests {

    @TempDir
    Path folder;

    @Test
    void staysTheSameToTheLastHashAndStaysClosed() throws SQLException {
        migrateTo("3");
        try (var connection = open()) {
            execute(
                    connection,
                    "INSERT INTO accounts VALUES ('issuance', 'TTK', 1, -100, 0), ('wallet/a', 'TTK', 0, 100, 0)");
            execute(connection, """
                    INSERT INTO entries VALUES
                    (1, 'one', 'TOP_UP', 'one', 'Card top-up', 1000, '%s'), (2, 'two', 'REFUND', 'o', 'Refund', 2000, '%s')
                    """.formatted("a".repeat(64), "b".repeat(64)));
            execute(connection, """
                    INSERT INTO postings VALUES (1, 1, 'issuance', 'TTK', -100, -100, NULL, NULL),
                    (1, 2, 'wallet/a', 'TTK', 100, 100, 'TOP_UP', 'Visa')
                    """);
            execute(
                    connection,
                    "INSERT INTO spending VALUES ('a', '2026-01-01', 5), ('a', '2026-01-31', 6), ('a', '2026-02-01', 7)");
            var before = rows(connection);

            migrateTo("8");

            assertThat(rows(connection)).isEqualTo(before).isNotEmpty();
            assertThat(query(connection, "SELECT period || ' ' || amount FROM spending ORDER BY period"))
                    .containsExactly("2026-01 11", "2026-01-01 5", "2026-01-31 6", "2026-02 7", "2026-02-01 7");
            assertThat(query(connection, "PRAGMA foreign_key_check")).isEmpty();
            for (var forbidden : List.of(
                    "UPDATE entries SET hash = hash",
                    "DELETE FROM entries WHERE sequence = 2",
                    "UPDATE postings SET amount = 1",
                    "DELETE FROM postings",
                    "INSERT INTO postings VALUES (9, 1, 'issuance', 'TTK', 1, 1, NULL, NULL)")) {
                assertThatThrownBy(() -> execute(connection, forbidden)).isInstanceOf(SQLException.class);
            }
        }
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(address(), null, null)
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    private static List<String> rows(Connection connection) throws SQLException {
        var rows = new ArrayList<String>();
        rows.addAll(query(
                connection,
                "SELECT concat_ws('|', sequence, id, kind, reference, description, recorded_at, hash) FROM entries"));
        rows.addAll(
                query(
                        connection,
                        "SELECT concat_ws('|', entry, line, account, currency, amount, balance_after, type, counterparty) FROM postings"));
        return rows;
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

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(address());
    }

    private String address() {
        return "jdbc:sqlite:%s?foreign_keys=true".formatted(folder.resolve("wallet.db"));
    }
}
