package io.tiktoken.fx.quote;

import io.tiktoken.defaults.money.Currency;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.fx.rate.Rate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;

/**
 * A promise to one customer: this much for that much, whatever the rate does meanwhile.
 *
 * @param from what is paid
 * @param to what is credited, in TikTokens, the fee already taken off
 * @param fee in TikTokens
 * @param ratesAsOf which table the rate was taken from
 * @param expiresAt from this moment on, nobody can begin to use it
 * @param redeemedBy the top-up that uses it, if one does
 */
public record Quote(
        QuoteId id,
        CustomerId customer,

        @Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "from_")
        Money from,

        @Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "to_")
        Money to,

        @Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "fee_")
        Money fee,

        @Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "rate_")
        Rate rate,

        Instant ratesAsOf,
        Instant expiresAt,
        @Nullable TopUpId redeemedBy) {

    public Quote {
        if (!from.isPositive() || !to.isPositive() || fee.isNegative()) {
            throw new IllegalArgumentException("Cannot quote %s for %s with a fee of %s".formatted(to, from, fee));
        }
        if (!to.currency().equals(Currency.TTK) || !fee.currency().equals(Currency.TTK)) {
            throw new IllegalArgumentException("Quotes are in TikTokens, not %s and %s".formatted(to, fee));
        }
    }

    boolean belongsTo(CustomerId someone) {
        return customer.equals(someone);
    }
}
