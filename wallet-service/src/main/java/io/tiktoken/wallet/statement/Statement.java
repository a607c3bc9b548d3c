package io.tiktoken.wallet.statement;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.ledger.ChainHead;
import java.time.Instant;

/**
 * What happened to a wallet in a period, to keep or to show: what was there, each movement, and what it came to.
 *
 * @param out less than zero, or nothing
 * @param transactions in the order in which they took place; read from the database as they are gone through
 * @param journal the seal of the whole ledger when this was drawn up, which tells later whether anything was changed
 */
public record Statement(
        Period period,
        Money opening,
        Money in,
        Money out,
        Money closing,
        Iterable<Transaction> transactions,
        ChainHead journal,
        Instant drawnAt) {

    public Statement {
        if (!opening.plus(in).plus(out).equals(closing)) {
            throw new IllegalStateException("A statement from %s to %s does not add up".formatted(opening, closing));
        }
    }
}
