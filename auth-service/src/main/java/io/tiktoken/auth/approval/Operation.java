package io.tiktoken.auth.approval;

import io.tiktoken.defaults.money.Currency;
import io.tiktoken.defaults.money.Money;
import java.util.UUID;

/** The one exact thing that a person approves: so much money, to this payee, and for a purchase also for which order. */
public sealed interface Operation {

    /** A user's id, or a merchant's. */
    UUID payee();

    Money amount();

    /** TikTokens to another person. */
    record Transfer(UUID payee, Money amount) implements Operation {

        public Transfer {
            requirePositiveTikTokens(amount);
        }
    }

    /** TikTokens to a merchant for an order. */
    record Purchase(UUID payee, Money amount, UUID orderId) implements Operation {

        public Purchase {
            requirePositiveTikTokens(amount);
        }
    }

    private static void requirePositiveTikTokens(Money amount) {
        if (!amount.isPositive() || !amount.currency().equals(Currency.TTK)) {
            throw new IllegalArgumentException("Cannot approve " + amount);
        }
    }
}
