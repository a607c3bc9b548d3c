package io.tiktoken.order.purchase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * Names one attempt to pay an order. It is the key of both reservations, and everything else that the
 * attempt asks for is named after it, so that whoever carries it on asks for the very same.
 */
public record PurchaseId(UUID value) {

    public PurchaseId {
        requireNonNull(value, "purchase id");
    }

    /** Under which committed funds are given back. */
    public UUID refund() {
        return derived("refund");
    }

    /** Under which committed stock is taken back. */
    public UUID stockReturn() {
        return derived("return");
    }

    private UUID derived(String purpose) {
        return UUID.nameUUIDFromBytes((purpose + " of purchase " + value).getBytes(UTF_8));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
