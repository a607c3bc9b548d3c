package io.tiktoken.fx.quote;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** The person who asked for a quote, and the only one who may use it. */
public record CustomerId(UUID value) {

    public CustomerId {
        requireNonNull(value, "CustomerId");
    }
}
