package io.tiktoken.auth.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What sort of machine a client is, and therefore all that it may ever do. */
public enum ClientKind {
    @JsonProperty("merchant")
    MERCHANT("merchant_id"),
    @JsonProperty("kiosk")
    KIOSK("kiosk_id");

    private final String claim;

    ClientKind(String claim) {
        this.claim = claim;
    }

    public static Optional<ClientKind> called(String text) {
        return Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findFirst();
    }

    /** In lower case, as clients write it and as their ids begin. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public List<String> scopes() {
        return switch (this) {
            case MERCHANT -> texts(Scope.ORDERS_CREATE, Scope.ORDERS_READ, Scope.WEBHOOKS_MANAGE);
            case KIOSK -> texts(Scope.CASH_ACCEPT);
        };
    }

    /** Under which name a token says which merchant or kiosk its client is. */
    String claim() {
        return claim;
    }

    private static List<String> texts(Scope... scopes) {
        return Stream.of(scopes).map(Scope::value).toList();
    }
}
