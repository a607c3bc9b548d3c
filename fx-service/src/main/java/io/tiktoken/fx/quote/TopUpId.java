package io.tiktoken.fx.quote;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** The wallet's top-up that uses a quote; chosen by the wallet, so that asking again is the same request. */
public record TopUpId(UUID value) {

    public TopUpId {
        requireNonNull(value, "TopUpId");
    }
}
