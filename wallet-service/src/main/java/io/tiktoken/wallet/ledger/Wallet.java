package io.tiktoken.wallet.ledger;

import static io.tiktoken.defaults.money.Money.zero;

import io.tiktoken.defaults.money.Currency;
import io.tiktoken.defaults.money.Money;

/**
 * One person's or merchant's money: what is theirs, and how much of it is promised to purchases. What is
 * promised never exceeds what is theirs.
 */
public record Wallet(OwnerId owner, Money balance, Money reserved) {

    public Wallet {
        if (reserved.isNegative() || !balance.covers(reserved)) {
            throw new IllegalStateException(
                    "The wallet of %s would contain %s with %s reserved".formatted(owner, balance, reserved));
        }
    }

    /** The wallet of somebody who never had any money. */
    static Wallet untouched(OwnerId owner) {
        return new Wallet(owner, zero(Currency.TTK), zero(Currency.TTK));
    }

    public Money available() {
        return balance.minus(reserved);
    }
}
