package io.tiktoken.wallet.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal that was written before there were search texts. */
class SearchTextMigrationTests {

    @TempDir
    Path folder;

    @Test
    void whatWasBookedBeforeIsFoundToo() throws SQLException {
        migrateTo("10");
        try (var connection = DriverManager.getConnection(address());
                var statement = connection.createStatement()) {
            statement.execute("INSERT INTO accounts VALUES ('issuance', 'TTK', 1, 0, 0), ('wallet/a', 'TTK', 0, 0, 0)");
            connection.setAutoCommit(false);
            for (var entry = 1; entry <= 2_500; entry++) { // More than one chunk.
                statement.execute("""
                        INSERT INTO entries (sequence, id, kind, reference, description, recorded_at, hash)
                        VALUES (%1$d, 'e%1$d', 'TOP_UP', 'x', 'CAFÉ %1$d', 1, '%2$s')""".formatted(entry, "a".repeat(64)));
                statement.execute("""
                        INSERT INTO postings VALUES (%1$d, 1, 'issuance', 'TTK', -1, -1, NULL, NULL),
                        (%1$d, 2, 'wallet/a', 'TTK', 1, 1, 'TOP_UP', 'ÀLICE')""".formatted(entry));
            }
            connection.commit();

            migrateTo("14.1");

            assertThat(query(connection, "SELECT count(*) FROM search_texts WHERE line = 2"))
                    .containsExactly("2500");
            assertThat(query(connection, "SELECT count(*) FROM search_texts")).containsExactly("2500");
            assertThat(query(connection, "SELECT text FROM search_texts WHERE entry IN (1, 2500) ORDER BY entry"))
                    .containsExactly("alice\ncafe 1", "alice\ncafe 2500");
        }
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(address(), null, null)
                .locations(
                        "classpath:db/idempotency",
                        "classpath:db/decision",
                        "classpath:db/outbox",
                        "classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    private static ArrayList<String> query(Connection connection, String sql) throws SQLException {
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
        return "jdbc:sqlite:%s?foreign_keys=true".formatted(folder.resolve("wallet.db"));
    }
}
