package io.tiktoken.system.odd;

import io.tiktoken.system.shop.Shop;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;

/** What no odd request may take away. */
record Belongings(long users, long products) {

    static Belongings of(Shop shop) {
        return new Belongings(
                count(shop.data().resolve("auth.db"), "users"),
                count(shop.data().resolve("catalog.db"), "products"));
    }

    boolean areAtLeast(Belongings before) {
        return users >= before.users && products >= before.products;
    }

    private static long count(Path database, String table) {
        var readOnly = new SQLiteConfig();
        readOnly.setReadOnly(true);
        try (var connection = readOnly.createConnection("jdbc:sqlite:" + database);
                var query = connection.createStatement();
                var rows = query.executeQuery("SELECT count(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot read " + database, e);
        }
    }
}
