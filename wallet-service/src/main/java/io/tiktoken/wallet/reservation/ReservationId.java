package io.tiktoken.wallet.reservation;

import java.util.UUID;

/** Names one reservation; chosen by the caller. */
public record ReservationId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
