package io.tiktoken.wallet.moneyrequest;

import java.util.UUID;

/** Names one money request. */
public record MoneyRequestId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
