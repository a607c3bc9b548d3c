package io.tiktoken.wallet.topup;

import java.util.UUID;

/** Names one top-up, and the one charge to a card that it makes. */
public record TopUpId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
