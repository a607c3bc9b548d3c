package db.migration;

import io.tiktoken.defaults.text.SearchForm;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** Folds what was booked before there were search texts; in Java, because no SQL folds as {@link SearchForm} does. */
public class V14_1__Fold_search_texts extends BaseJavaMigration {

    private static final int CHUNK = 1_000;

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        for (var after = 0L; after < lastEntry(connection); after += CHUNK) {
            fold(connection, after);
        }
    }

    private static long lastEntry(Connection connection) throws SQLException {
        try (var select = connection.createStatement();
                var row = select.executeQuery("SELECT coalesce(max(sequence), 0) FROM entries")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** So many entries at a time as fit into memory, however long the journal is. */
    private static void fold(Connection connection, long after) throws SQLException {
        try (var select = connection.prepareStatement("""
                        SELECT p.entry, p.line, p.counterparty, e.description
                        FROM postings p JOIN entries e ON e.sequence = p.entry
                        WHERE p.type IS NOT NULL AND p.entry > ? AND p.entry <= ?""");
                var insert =
                        connection.prepareStatement("INSERT INTO search_texts (entry, line, text) VALUES (?, ?, ?)")) {
            select.setLong(1, after);
            select.setLong(2, after + CHUNK);
            try (var postings = select.executeQuery()) {
                while (postings.next()) {
                    insert.setLong(1, postings.getLong("entry"));
                    insert.setLong(2, postings.getLong("line"));
                    insert.setString(
                            3, SearchForm.of(postings.getString("counterparty"), postings.getString("description")));
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }
}
