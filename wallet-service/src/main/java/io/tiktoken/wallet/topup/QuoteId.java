package io.tiktoken.wallet.topup;

import java.util.UUID;

/** Names one quote of fx-service. */
public record QuoteId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
