package io.tiktoken.wallet.statement;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.ledger.Account;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What statements are made of: postings of one wallet, between two entries of the journal. */
@Repository
class StatementRows {

    /** Where a wallet stood: after which entry, and with how much in it. */
    record Position(long entry, Money balance) {

        static final Position BEFORE_EVERYTHING = new Position(0, Money.tikTokens(0));
    }

    /** What came in and what went out, in how many transactions. */
    record Totals(int transactions, Money in, Money out) {}

    /** A transaction, and the entry that it stands in. */
    record Row(long entry, Transaction transaction) {}

    private final JdbcClient jdbc;

    StatementRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Position positionAt(UUID owner, Instant moment) {
        return jdbc.sql("""
                        SELECT p.entry, p.balance_after FROM postings p JOIN entries e ON e.sequence = p.entry
                        WHERE p.account = ? AND e.recorded_at < ?
                        ORDER BY p.entry DESC LIMIT 1
                        """)
                .params(Account.walletOf(owner).name(), moment.toEpochMilli())
                .query((row, _) -> new Position(row.getLong("entry"), Money.tikTokens(row.getLong("balance_after"))))
                .optional()
                .orElse(Position.BEFORE_EVERYTHING);
    }

    /** Adds up what stands after one entry and up to another, at most so many transactions. */
    Totals totals(UUID owner, long after, long upTo, int atMost) {
        return jdbc.sql("""
                        SELECT count(*) AS transactions,
                            coalesce(sum(CASE WHEN amount > 0 THEN amount END), 0) AS came_in,
                            coalesce(sum(CASE WHEN amount < 0 THEN amount END), 0) AS went_out
                        FROM (SELECT amount FROM postings WHERE account = ? AND entry > ? AND entry <= ? LIMIT ?) AS some
                        """)
                .params(Account.walletOf(owner).name(), after, upTo, atMost)
                .query((row, _) -> new Totals(
                        row.getInt("transactions"),
                        Money.tikTokens(row.getLong("came_in")),
                        Money.tikTokens(row.getLong("went_out"))))
                .single();
    }

    /** The next of them; a short read of its own, so that however long somebody reads on, the database may tidy up. */
    @Transactional(readOnly = true)
    List<Row> page(UUID owner, long after, long upTo, int size) {
        return jdbc.sql("""
                        SELECT p.entry, e.id, p.type, p.currency, p.amount, p.balance_after, p.counterparty,
                            e.description, e.reference, e.recorded_at
                        FROM postings p JOIN entries e ON e.sequence = p.entry
                        WHERE p.account = ? AND p.entry > ? AND p.entry <= ?
                        ORDER BY p.entry LIMIT ?
                        """)
                .params(Account.walletOf(owner).name(), after, upTo, size)
                .query((row, _) -> new Row(row.getLong("entry"), History.transaction(row)))
                .list();
    }
}
