package io.tiktoken.system.bank;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sqlite.SQLiteConfig;

/** wallet-service's database as an auditor reads it: from outside, in one read transaction, and by the money alone. */
final class Books implements AutoCloseable {

    /** What must not be found, each with the query that would. */
    private static final Map<String, String> FAULTS = Map.of(
            "postings that do not sum to zero",
            "SELECT currency || ': ' || sum(amount) FROM postings GROUP BY currency HAVING sum(amount) <> 0",
            "wallets below zero",
            """
            SELECT name || ': ' || balance || ', reserved ' || reserved FROM accounts
            WHERE name LIKE 'wallet/%' AND (balance < 0 OR reserved < 0 OR reserved > balance)
            """,
            "balances that are not the sum of their postings",
            """
            SELECT name || ': ' || balance || ' and not ' || coalesce(posted, 0) FROM accounts
            LEFT JOIN (SELECT account, sum(amount) AS posted FROM postings GROUP BY account) ON account = name
            WHERE balance <> coalesce(posted, 0)
            """,
            "wallets that reserve something else than their open reservations",
            """
            SELECT name || ': ' || reserved || ' and not ' || coalesce(open, 0) FROM accounts
            LEFT JOIN (SELECT customer_id, sum(amount) AS open FROM reservations
                WHERE state = 'RESERVED' GROUP BY customer_id) ON 'wallet/' || customer_id = name
            WHERE reserved <> coalesce(open, 0)
            """,
            "gaps in the journal",
            "SELECT max(sequence) || ' and not ' || count(*) FROM entries HAVING max(sequence) <> count(*)");

    /** An entry of the journal, and how much went into a wallet by it. */
    record Entry(String kind, long amount) {}

    private final Connection connection;

    private Books(Connection connection) {
        this.connection = connection;
    }

    static Books open(Path database) throws SQLException {
        var readOnly = new SQLiteConfig();
        readOnly.setReadOnly(true);
        readOnly.setBusyTimeout(5_000);
        var connection = readOnly.createConnection("jdbc:sqlite:" + database);
        connection.setAutoCommit(false); // From the first look on, everything is seen as of one moment.
        return new Books(connection);
    }

    /** Everything that is wrong. */
    List<String> faults() throws SQLException {
        var found = new ArrayList<String>();
        for (var fault : FAULTS.entrySet()) {
            for (var row : list(fault.getValue(), row -> row.getString(1))) {
                found.add(fault.getKey() + ": " + row);
            }
        }
        return found;
    }

    Map<UUID, Entry> entries() throws SQLException {
        return map("""
                SELECT id, kind, (SELECT max(amount) FROM postings WHERE entry = sequence AND account LIKE 'wallet/%')
                FROM entries
                """, row -> new Entry(row.getString(2), row.getLong(3)));
    }

    /** How often each note stands in the journal. */
    Map<UUID, Long> transfersByNote() throws SQLException {
        return map(
                "SELECT description, count(*) FROM entries WHERE kind = 'TRANSFER' GROUP BY description",
                row -> row.getLong(2));
    }

    Map<UUID, String> reservationStates() throws SQLException {
        return map("SELECT id, state FROM reservations", row -> row.getString(2));
    }

    /** Which top-up was begun under which key. */
    Map<UUID, UUID> topUpsByKey() throws SQLException {
        return map(
                "SELECT idempotency_key, resource FROM idempotent_requests WHERE resource IS NOT NULL",
                row -> UUID.fromString(row.getString(2)));
    }

    long pendingTopUps() throws SQLException {
        return list("SELECT count(*) FROM top_ups WHERE status = 'PENDING'", row -> row.getLong(1))
                .getFirst();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** What is made of a row. */
    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> Map<UUID, T> map(String query, Reader<T> reader) throws SQLException {
        var found = new HashMap<UUID, T>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.put(UUID.fromString(rows.getString(1)), reader.read(rows));
            }
        }
        return found;
    }

    private <T> List<T> list(String query, Reader<T> reader) throws SQLException {
        var found = new ArrayList<T>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(reader.read(rows));
            }
        }
        return found;
    }
}
