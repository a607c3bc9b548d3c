package io.tiktoken.wallet.ledger;

import java.util.UUID;

/** Names one order, which a purchase and its refunds belong to. */
public record OrderId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
