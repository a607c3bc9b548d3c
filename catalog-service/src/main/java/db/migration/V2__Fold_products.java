package db.migration;

import io.tiktoken.defaults.text.SearchForm;
import java.sql.SQLException;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** Folds the products that are there, whose search text was only in lower case; in Java, because no SQL folds as {@link SearchForm} does. */
public class V2__Fold_products extends BaseJavaMigration {

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        try (var select = connection.createStatement();
                var rows = select.executeQuery("SELECT id, name, description FROM products");
                var update = connection.prepareStatement("UPDATE products SET search_text = ? WHERE id = ?")) {
            while (rows.next()) {
                update.setString(1, SearchForm.of(rows.getString("name"), rows.getString("description")));
                update.setString(2, rows.getString("id"));
                update.addBatch();
            }
            update.executeBatch();
        }
    }
}
