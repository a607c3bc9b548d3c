package io.tiktoken.catalog.stock;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Names a reservation; the caller chooses it, so that asking again is the same request. */
public record ReservationId(UUID value) {

    public ReservationId {
        requireNonNull(value, "reservation id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
