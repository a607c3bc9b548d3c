package io.tiktoken.wallet.topup;

import io.tiktoken.defaults.money.Currency;
import io.tiktoken.defaults.money.Money;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;

/**
 * What a top-up comes to, all in TikTokens.
 *
 * @param credited what the owner gets
 * @param fee what the shop keeps
 * @param rounding what the exchange leaves over: at most one smallest unit, which nobody can farm
 */
public record Price(
        @Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "credited_")
        Money credited,

        @Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "fee_")
        Money fee,

        @Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "rounding_")
        Money rounding) {

    private static final Money NOTHING = Money.zero(Currency.TTK);

    public Price {
        if (!credited.isPositive() || fee.isNegative() || rounding.isNegative() || rounding.amount() > 1) {
            throw new IllegalArgumentException(
                    "Nobody is credited %s for a fee of %s and %s of rounding".formatted(credited, fee, rounding));
        }
    }

    /** One TikToken is one Singapore dollar. */
    static Price atPar(Money singaporeDollars) {
        return new Price(Money.tikTokens(singaporeDollars.amount()), NOTHING, NOTHING);
    }

    /** What fx-service promised. */
    static Price of(Quote quote) {
        return new Price(quote.to(), quote.fee(), quote.rounding());
    }
}
