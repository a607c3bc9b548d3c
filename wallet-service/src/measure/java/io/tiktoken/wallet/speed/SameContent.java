package io.tiktoken.wallet.speed;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Whether two databases hold the same rows in every table, so that a replay is known to have done all that was recorded. */
final class SameContent {

    private SameContent() {}

    static void require(Path one, Path other) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + one);
                var statement = connection.createStatement()) {
            statement.execute("ATTACH '%s' AS other".formatted(other));
            for (var table : tables(statement)) {
                if (differs(statement, "main." + table, "other." + table)) {
                    throw new IllegalStateException(table + " of the replay is not what the service left behind");
                }
            }
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        var tables = new ArrayList<String>();
        try (var rows = statement.executeQuery(
                "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
                        + " AND name <> 'purge_clock'")) { // That depends on how long each of them ran.
            while (rows.next()) {
                tables.add(rows.getString("name"));
            }
        }
        return tables;
    }

    private static boolean differs(Statement statement, String one, String other) throws SQLException {
        var query = """
                SELECT 1 WHERE EXISTS (SELECT * FROM %1$s EXCEPT SELECT * FROM %2$s)
                    OR EXISTS (SELECT * FROM %2$s EXCEPT SELECT * FROM %1$s)""".formatted(one, other);
        try (var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}
