package io.tiktoken.fx.quote.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tiktoken.fx.quote.CustomerId;
import io.tiktoken.fx.quote.MakeQuote;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;

/** What a customer wants to exchange. */
record QuoteRequest(@NotNull @Valid Amount from) {

    /** An amount in a currency that need not be one we know: that is an answer, not a malformed request. */
    record Amount(
            @Positive @Schema(example = "5000") long amount,

            @NotNull
            @Pattern(regexp = "[A-Z]{3}", message = "must be the three letters of a currency")
            @Schema(example = "USD")
            String currency) {}

    MakeQuote.Request by(CustomerId customer) {
        return new MakeQuote.Request(customer, from.amount(), from.currency());
    }
}
