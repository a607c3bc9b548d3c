package db.migration;

import io.tiktoken.defaults.text.SearchForm;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** Folds the names of the people who are there; in Java, because no SQL folds as {@link SearchForm} does. */
public class V11_1__Fold_display_names extends BaseJavaMigration {

    private static final int CHUNK = 1_000;

    @Override
    public void migrate(Context context) throws SQLException {
        for (var last = fold(context.getConnection(), ""); !last.isEmpty(); ) {
            last = fold(context.getConnection(), last);
        }
    }

    /** So many people at a time as fit into memory; the id of the last of them, or nothing when there was none. */
    private static String fold(Connection connection, String after) throws SQLException {
        var last = "";
        try (var select = connection.prepareStatement(
                        "SELECT id, display_name FROM users WHERE id > ? ORDER BY id LIMIT " + CHUNK);
                var update = connection.prepareStatement("UPDATE users SET search_text = ? WHERE id = ?")) {
            select.setString(1, after);
            try (var people = select.executeQuery()) {
                while (people.next()) {
                    last = people.getString("id");
                    update.setString(1, SearchForm.of(people.getString("display_name")));
                    update.setString(2, last);
                    update.addBatch();
                }
            }
            update.executeBatch();
        }
        return last;
    }
}
