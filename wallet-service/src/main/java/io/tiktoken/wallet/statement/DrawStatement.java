package io.tiktoken.wallet.statement;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.ledger.Account;
import io.tiktoken.wallet.ledger.Journal;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.statement.Transactions.Position;
import java.time.Clock;
import java.time.Instant;
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

    private final Transactions transactions;
    private final Journal journal;
    private final StatementSettings settings;
    private final Clock clock;

    DrawStatement(Transactions transactions, Journal journal, StatementSettings settings, Clock clock) {
        this.transactions = transactions;
        this.journal = journal;
        this.settings = settings;
        this.clock = clock;
    }

    /** Judges and adds up at once; the transactions themselves are read when somebody goes through them. */
    @Transactional(readOnly = true)
    public Outcome draw(OwnerId owner, Period period) {
        var account = Account.walletOf(owner).name();
        var before = positionAt(account, period.from());
        var end = positionAt(account, period.until());
        var totals = transactions.totals(account, before.entry(), end.entry(), settings.mostTransactions() + 1);
        return totals.transactions() > settings.mostTransactions()
                ? new Outcome.TooLong(settings.mostTransactions())
                : new Outcome.Drawn(new Statement(
                        period,
                        before.balance(),
                        totals.in(),
                        totals.out(),
                        end.balance(),
                        transactions.between(account, before.entry(), end.entry()),
                        journal.head(),
                        clock.instant()));
    }

    /** What was in a wallet just before a moment. */
    @Transactional(readOnly = true)
    public Money balanceAt(OwnerId owner, Instant moment) {
        return positionAt(Account.walletOf(owner).name(), moment).balance();
    }

    private Position positionAt(String account, Instant moment) {
        return transactions.lastBefore(moment, account).orElse(Position.BEFORE_EVERYTHING);
    }
}
