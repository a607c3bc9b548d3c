package io.tiktoken.fx.quote.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.fx.quote.Quote;
import java.time.Instant;
import java.util.UUID;

/**
 * A quote as the customer sees it.
 *
 * @param rate how much of the currency paid one TikToken costs, as decimal text
 */
record QuoteView(
        UUID id,
        Money from,
        Money to,
        @Schema(example = "0.7740") String rate,
        Money fee,
        Instant expiresAt) {

    static QuoteView of(Quote quote) {
        return new QuoteView(
                quote.id().value(),
                quote.from(),
                quote.to(),
                quote.rate().perBase().toPlainString(),
                quote.fee(),
                quote.expiresAt());
    }
}
