package io.tiktoken.system.shop;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A SQLite database as text: its tables, their rows, and what belongs to the tables. Instants are written as their distance from
 * the moment when the text was made, and are loaded as the same distance from the moment of loading: what was open for a
 * day is open for a day again, whenever that is.
 */
final class SqlText {

    private static final String NOW = "@now";
    private static final Pattern INSTANT =
            Pattern.compile("at|since|reached|due|recovery_hour|signs_from|\\w+_(at|until)");

    private final Connection connection;
    private final Instant made;
    private final Map<String, String> seals;

    private SqlText(Connection connection, Instant made, Map<String, String> seals) {
        this.connection = connection;
        this.made = made;
        this.seals = seals;
    }

    /**
     * Writes what a file holds.
     *
     * @param file a database that no service has open
     * @param seals tables with a column that covers their other ones: where it has a value, instants stay as they are
     */
    static String of(Path file, Instant made, Map<String, String> seals) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            return new SqlText(connection, made, seals).text();
        }
    }

    /** Makes a file that holds what the text says. */
    static void load(String text, Path file, Instant now) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            // The driver runs all that an update holds, one statement after the other.
            statement.executeUpdate("BEGIN;\n" + text.replace(NOW, String.valueOf(now.toEpochMilli())) + "COMMIT;\n");
        }
    }

    private String text() throws SQLException {
        var text = new StringBuilder("PRAGMA application_id = %s;\n".formatted(first("PRAGMA application_id")));
        for (var sql : column("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")) {
            text.append(sql).append(";\n");
        }
        for (var table : column("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")) {
            for (var row : column("SELECT %s FROM \"%s\"".formatted(values(table), table))) {
                text.append("INSERT INTO %s VALUES (%s);\n".formatted(table, row));
            }
        }
        for (var sql : column("SELECT sql FROM sqlite_schema WHERE type <> 'table' AND sql IS NOT NULL")) {
            text.append(sql).append(";\n");
        }
        return text.toString();
    }

    /** An expression for the row as SQL writes its values. */
    private String values(String table) throws SQLException {
        return column("SELECT name || ' ' || type FROM pragma_table_info('%s')".formatted(table)).stream()
                .map(column -> column.split(" ", 2))
                .map(column -> isInstant(column[0], column[1]) ? instant(table, column[0]) : quoted(column[0]))
                .collect(Collectors.joining(" || ', ' || "));
    }

    private String instant(String table, String column) {
        var distance = "'%s' || format('%%+d', \"%s\" - %d)".formatted(NOW, column, made.toEpochMilli());
        var sealed = seals.containsKey(table) ? "\"%s\" IS NOT NULL".formatted(seals.get(table)) : "false";
        return "iif(\"%s\" IS NULL OR %s, %s, %s)".formatted(column, sealed, quoted(column), distance);
    }

    private static String quoted(String column) {
        return "quote(\"%s\")".formatted(column);
    }

    private static boolean isInstant(String column, String type) {
        return type.equals("INTEGER") && INSTANT.matcher(column).matches();
    }

    private String first(String query) throws SQLException {
        return column(query).getFirst();
    }

    private List<String> column(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
