package io.tiktoken.wallet.ledger;

import static io.tiktoken.defaults.money.Money.zero;

import io.tiktoken.defaults.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a movement does to one account.
 *
 * @param amount more than zero for what goes in, less for what goes out
 * @param reserved how much of what goes out had been set aside for it
 * @param line how the owner of a wallet sees it; null on the shop's own accounts
 */
public record Posting(
        Account account,
        Money amount,
        Money reserved,
        @Nullable StatementLine line) {

    /**
     * What a statement says besides the figures.
     *
     * @param counterparty the other side's name as it was then, as far as the owner may know it
     */
    public record StatementLine(
            TransactionType type, @Nullable String counterparty) {}

    public Posting {
        if (!amount.currency().equals(account.currency())) {
            throw new IllegalArgumentException("Cannot post %s to %s".formatted(amount, account.name()));
        }
    }

    /** Because the account may hold less than what goes out. */
    boolean mayBeRefused() {
        return amount.isNegative() && !account.mayOverdraw();
    }

    static Posting into(Account account, Money amount) {
        return new Posting(account, amount, zero(account.currency()), null);
    }

    static Posting outOf(Account account, Money amount) {
        return into(account, amount.negated());
    }

    static Posting intoWallet(OwnerId owner, Money amount, TransactionType type, @Nullable String counterparty) {
        return new Posting(
                Account.walletOf(owner), amount, zero(amount.currency()), new StatementLine(type, counterparty));
    }

    static Posting outOfWallet(OwnerId owner, Money amount, TransactionType type, @Nullable String counterparty) {
        return intoWallet(owner, amount.negated(), type, counterparty);
    }

    static Posting outOfReserved(OwnerId owner, Money amount, TransactionType type, @Nullable String counterparty) {
        return new Posting(Account.walletOf(owner), amount.negated(), amount, new StatementLine(type, counterparty));
    }
}
