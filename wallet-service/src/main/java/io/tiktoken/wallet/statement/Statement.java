package io.tiktoken.wallet.statement;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.ledger.ChainHead;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * What happened to a wallet in a period, to keep or to show: what was there, each movement, and what it came to.
 *
 * @param transactions in the order in which they took place
 * @param journal the seal of the whole ledger when this was drawn up, which tells later whether anything was changed
 */
public record Statement(
        Period period,
        Money opening,
        List<Transaction> transactions,
        Money closing,
        ChainHead journal,
        Instant drawnAt) {

    public Statement {
        if (!opening.plus(sum(transactions, _ -> true)).equals(closing)) {
            throw new IllegalStateException("A statement from %s to %s does not add up".formatted(opening, closing));
        }
    }

    public Money in() {
        return sum(transactions, amount -> amount.isPositive());
    }

    /** Less than zero, or nothing. */
    public Money out() {
        return sum(transactions, Money::isNegative);
    }

    private static Money sum(List<Transaction> transactions, Predicate<Money> which) {
        return transactions.stream().map(Transaction::amount).filter(which).reduce(Money.tikTokens(0), Money::plus);
    }
}
