package io.tiktoken.wallet.statement;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.ledger.Account;
import io.tiktoken.wallet.ledger.Journal;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Draws up statements. A period ends with the last entry that was recorded before its end: it is a stretch of the
 * journal, so that a statement adds up and two of them fit together even where a clock was wrong.
 */
@Service
public class DrawStatement {

    /** Every answer to asking for a statement. */
    public sealed interface Outcome {

        record Drawn(Statement statement) implements Outcome {}

        record TooLong(int mostTransactions) implements Outcome {}
    }

    /** Where a wallet stood: after which entry, and with how much in it. */
    record Position(long entry, Money balance) {

        static final Position BEFORE_EVERYTHING = new Position(0, Money.tikTokens(0));
    }

    private final JdbcClient jdbc;
    private final Journal journal;
    private final StatementSettings settings;
    private final Clock clock;

    DrawStatement(JdbcClient jdbc, Journal journal, StatementSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Outcome draw(UUID owner, Period period) {
        var before = positionAt(owner, period.from());
        var end = positionAt(owner, period.until());
        var transactions = jdbc.sql("""
                        SELECT e.id, p.type, p.currency, p.amount, p.balance_after, p.counterparty,
                            e.description, e.reference, e.recorded_at
                        FROM postings p JOIN entries e ON e.sequence = p.entry
                        WHERE p.account = ? AND p.entry > ? AND p.entry <= ?
                        ORDER BY p.entry LIMIT ?
                        """)
                .params(Account.walletOf(owner).name(), before.entry(), end.entry(), settings.mostTransactions() + 1)
                .query((row, _) -> History.transaction(row))
                .list();
        return transactions.size() > settings.mostTransactions()
                ? new Outcome.TooLong(settings.mostTransactions())
                : new Outcome.Drawn(new Statement(
                        period, before.balance(), transactions, end.balance(), journal.head(), clock.instant()));
    }

    /** What was in a wallet just before a moment. */
    @Transactional(readOnly = true)
    public Money balanceAt(UUID owner, Instant moment) {
        return positionAt(owner, moment).balance();
    }

    private Position positionAt(UUID owner, Instant moment) {
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
}
