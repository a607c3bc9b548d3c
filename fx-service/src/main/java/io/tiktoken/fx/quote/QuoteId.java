package io.tiktoken.fx.quote;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** One quote. */
public record QuoteId(UUID value) {

    public QuoteId {
        requireNonNull(value, "QuoteId");
    }
}
