package io.tiktoken.fx.quote.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.fx.quote.Quote;
import java.time.Instant;
import java.util.UUID;

/** What the wallet needs to know of a quote that it may use. */
record RedeemedQuoteView(
        UUID id,
        UUID customerId,
        Money from,
        Money to,
        Money fee,
        @Schema(example = "0.7740") String rate,
        Instant expiresAt) {

    static RedeemedQuoteView of(Quote quote) {
        return new RedeemedQuoteView(
                quote.id().value(),
                quote.customer().value(),
                quote.from(),
                quote.to(),
                quote.fee(),
                quote.rate().perBase().toPlainString(),
                quote.expiresAt());
    }
}
