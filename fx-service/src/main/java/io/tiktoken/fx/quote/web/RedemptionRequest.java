package io.tiktoken.fx.quote.web;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.fx.quote.CustomerId;
import io.tiktoken.fx.quote.QuoteId;
import io.tiktoken.fx.quote.RedeemQuote;
import io.tiktoken.fx.quote.TopUpId;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Which top-up wants to use the quote, and whose it is.
 *
 * @param from what the card is going to be charged
 */
record RedemptionRequest(
        @NotNull UUID topUpId,
        @NotNull UUID customerId,
        @NotNull Money from) {

    RedeemQuote.Request of(UUID quoteId) {
        return new RedeemQuote.Request(new QuoteId(quoteId), new TopUpId(topUpId), new CustomerId(customerId), from);
    }
}
