package io.tiktoken.wallet;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every row of every table, to see that nothing has changed, or what alone has. */
public final class WholeDatabase {

    /** Where money is, and what it was spent on; the rest is what is remembered of who asked. */
    public static final List<String> MONEY =
            List.of("accounts", "entries", "postings", "refunds", "spending", "spent_approvals");

    /** Kept by timers, whatever a test does. */
    private static final List<String> TIMERS = List.of("anchor_receipts", "purge_clock");

    private WholeDatabase() {}

    /** All rows of all tables, by the table's name. */
    public static Map<String, List<Map<String, Object>>> read(JdbcClient jdbc) {
        var tables = jdbc.sql("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
                .query(String.class)
                .list();
        var found = new TreeMap<String, List<Map<String, Object>>>();
        tables.stream()
                .filter(table -> !TIMERS.contains(table))
                .forEach(table -> found.put(
                        table, jdbc.sql("SELECT * FROM " + table).query().listOfRows()));
        return found;
    }

    /** As {@link #read}, of those tables only in which money is. */
    public static Map<String, List<Map<String, Object>>> readMoney(JdbcClient jdbc) {
        var all = read(jdbc);
        all.keySet().retainAll(MONEY);
        return all;
    }
}
