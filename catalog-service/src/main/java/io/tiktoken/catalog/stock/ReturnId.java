package io.tiktoken.catalog.stock;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Names a return; the caller chooses it, so that asking again is the same request. */
public record ReturnId(UUID value) {

    public ReturnId {
        requireNonNull(value, "return id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
