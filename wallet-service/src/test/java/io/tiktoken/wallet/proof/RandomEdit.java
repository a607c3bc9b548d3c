package io.tiktoken.wallet.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One change that somebody with a database tool could make: one bit, one value, or a whole row.
 *
 * @param kind what was done, to count by
 * @param row as it was
 * @param column that was changed; empty when the row was deleted
 * @param value what it is now, as text
 */
record RandomEdit(String table, String kind, Map<String, @Nullable Object> row, String column, String value) {

    private static final Map<String, String> KEYS = Map.of(
            "entries", "sequence = :sequence",
            "postings", "entry = :entry AND line = :line",
            "accounts", "name = :name",
            "reservations", "id = :id");
    private static final List<String> TABLES = List.of("entries", "postings", "accounts", "reservations");
    private static final int ONE_IN_SO_MANY_DELETES = 10;

    /** Makes one; nothing when what came to mind changes nothing, or the database has no room for it. */
    static Optional<RandomEdit> make(JdbcClient tool, RandomGenerator random) {
        var table = TABLES.get(random.nextInt(TABLES.size()));
        var rows = tool.sql(
                        "SELECT * FROM " + table + (table.equals("reservations") ? " WHERE state = 'RESERVED'" : ""))
                .query()
                .listOfRows();
        var row = rows.get(random.nextInt(rows.size()));
        if (random.nextInt(ONE_IN_SO_MANY_DELETES) == 0) {
            tool.sql("DELETE FROM %s WHERE %s".formatted(table, KEYS.get(table)))
                    .params(row)
                    .update();
            return Optional.of(new RandomEdit(table, table + ", row deleted", row, "", ""));
        }
        var columns = List.copyOf(row.keySet());
        return change(tool, random, table, row, columns.get(random.nextInt(columns.size())));
    }

    private static Optional<RandomEdit> change(
            JdbcClient tool, RandomGenerator random, String table, Map<String, @Nullable Object> row, String column) {
        var old = row.get(column);
        var isBit = old != null && random.nextBoolean();
        var literal = isBit ? withOneBitFlipped(old, random) : anotherValue(tool, random, table, column, old);
        var before = tool.sql("SELECT quote(%s) FROM %s WHERE %s".formatted(column, table, KEYS.get(table)))
                .params(row)
                .query(String.class)
                .single();
        var after = tool.sql("SELECT quote(%s)".formatted(literal))
                .query(String.class)
                .single();
        if (before.equals(after)) {
            return Optional.empty();
        }
        try {
            tool.sql("UPDATE %s SET %s = %s WHERE %s".formatted(table, column, literal, KEYS.get(table)))
                    .params(row)
                    .update();
        } catch (DataAccessException thereIsNoRoomForIt) {
            return Optional.empty();
        }
        var kind = "%s.%s, %s".formatted(table, column, isBit ? "bit" : "value");
        var value = tool.sql("SELECT CAST(%s AS TEXT)".formatted(literal))
                .query((found, _) -> Optional.ofNullable(found.getString(1)).orElse(""))
                .single();
        return Optional.of(new RandomEdit(table, kind, row, column, value));
    }

    private static String withOneBitFlipped(Object old, RandomGenerator random) {
        if (old instanceof Number number) {
            return Long.toString(number.longValue() ^ (1L << random.nextInt(Long.SIZE)));
        }
        var bytes = old.toString().getBytes(UTF_8);
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        return "CAST(x'%s' AS TEXT)".formatted(HexFormat.of().formatHex(bytes));
    }

    private static String anotherValue(
            JdbcClient tool, RandomGenerator random, String table, String column, @Nullable Object old) {
        var ofAnotherRow = tool.sql("SELECT quote(%s) FROM %s ORDER BY 1".formatted(column, table))
                .query(String.class)
                .list();
        var choices = old instanceof Number number
                ? List.of("0", "NULL", "%d + 1".formatted(number.longValue()), Long.toString(random.nextLong()))
                : List.of("''", "NULL", "'Another'", "'%s '".formatted(old));
        var choice = random.nextInt(choices.size() + 1);
        return choice < choices.size() ? choices.get(choice) : ofAnotherRow.get(random.nextInt(ofAnotherRow.size()));
    }
}
