package io.tiktoken.auth.client;

import io.tiktoken.defaults.security.AccessTokens;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/** What a machine may be allowed to do, and whose doors that opens: the scope decides the token's audience. */
enum Scope {
    SESSIONS_EXCHANGE("sessions:exchange", "auth-service"),
    USERS_READ("users:read", "auth-service"),
    ANCHORS_WRITE("anchors:write", "auth-service"),
    ADMINISTRATORS_READ("administrators:read", "auth-service"),
    AUDIT_WRITE("audit:write", "auth-service"),
    STOCK_RESERVE("stock:reserve", "catalog-service"),
    FUNDS_RESERVE("funds:reserve", "wallet-service"),
    APPROVALS_REVOKE("approvals:revoke", "wallet-service"),
    QUOTES_REDEEM("quotes:redeem", "fx-service"),
    ORDERS_CREATE("orders:create", AccessTokens.API_AUDIENCE),
    ORDERS_READ("orders:read", AccessTokens.API_AUDIENCE),
    WEBHOOKS_MANAGE("webhooks:manage", AccessTokens.API_AUDIENCE),
    CASH_ACCEPT("cash:accept", AccessTokens.API_AUDIENCE);

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

    /** The one audience of all these scopes; nothing when there are none, unknown ones, or two audiences. */
    static Optional<String> audienceOf(Collection<String> scopes) {
        var audiences = scopes.stream()
                .map(scope -> of(scope).map(Scope::audience))
                .distinct()
                .toList();
        return audiences.size() == 1 ? audiences.getFirst() : Optional.empty();
    }

    String value() {
        return value;
    }

    String audience() {
        return audience;
    }

    /** Whether it opens a service to another of our services, and so is nothing for a partner. */
    boolean isInternal() {
        return !audience.equals(AccessTokens.API_AUDIENCE);
    }
}
