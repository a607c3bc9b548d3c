package io.tiktoken.auth.client;

import java.util.Arrays;
import java.util.Optional;

/** What a machine may be allowed to do, and whose doors that opens: the scope decides the token's audience. */
enum Scope {
    SESSIONS_EXCHANGE("sessions:exchange", "auth-service"),
    STOCK_RESERVE("stock:reserve", "catalog-service"),
    FUNDS_RESERVE("funds:reserve", "wallet-service"),
    QUOTES_REDEEM("quotes:redeem", "fx-service");

    private final String value;
    private final String audience;

    Scope(String value, String audience) {
        this.value = value;
        this.audience = audience;
    }

    static Optional<Scope> of(String value) {
        return Arrays.stream(values())
                .filter(scope -> scope.value.equals(value))
                .findFirst();
    }

    String audience() {
        return audience;
    }
}
