package io.tiktoken.wallet.reservation;

import java.util.Locale;

/** Why no money was set aside. It is remembered: the same reservation is refused alike for ever. */
public enum Refusal {
    INSUFFICIENT_FUNDS,
    LIMIT_EXCEEDED,
    /** The customer's wallet is frozen. */
    WALLET_FROZEN,
    /** The payee's wallet is frozen. */
    PAYEE_FROZEN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
