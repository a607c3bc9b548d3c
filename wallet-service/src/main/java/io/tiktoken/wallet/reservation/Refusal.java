package io.tiktoken.wallet.reservation;

import java.util.Locale;

/** Why no money was set aside. It is remembered: the same reservation is refused alike for ever. */
public enum Refusal {
    INSUFFICIENT_FUNDS,
    LIMIT_EXCEEDED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
