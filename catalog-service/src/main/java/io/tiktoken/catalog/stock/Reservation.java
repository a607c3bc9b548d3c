package io.tiktoken.catalog.stock;

import io.tiktoken.defaults.crypto.Sha256;
import io.tiktoken.defaults.reservation.ReservationState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stock set aside for one purchase until it goes through, falls through or times out.
 *
 * @param body what it was reserved with; null as long as nobody has reserved
 * @param expiresAt when the sweep may take it back; null if nothing was ever set aside
 * @param lines what is set aside; none if there was not enough
 * @param shortages why it was refused; empty unless it was
 */
public record Reservation(
        ReservationId id,
        ReservationState state,
        @Nullable Sha256 body,
        @Nullable Instant expiresAt,
        Lines lines,
        List<Shortage> shortages) {

    public Reservation {
        shortages = List.copyOf(shortages);
    }

    /** A reservation of which nothing is known but that somebody named it. */
    static Reservation unknown(ReservationId id) {
        return new Reservation(id, ReservationState.NONE, null, null, Lines.NONE, List.of());
    }

    Reservation become(ReservationState next) {
        return new Reservation(id, next, body, expiresAt, lines, shortages);
    }

    boolean wasReservedWith(Sha256 other) {
        return other.equals(body);
    }
}
