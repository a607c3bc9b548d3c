package io.tiktoken.wallet.ledger;

import java.util.UUID;

/** Names whoever owns a wallet, a person or a merchant, and with them the wallet. */
public record OwnerId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
