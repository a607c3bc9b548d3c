package io.tiktoken.catalog.stock.web;

import io.tiktoken.catalog.stock.Reservation;
import io.tiktoken.defaults.reservation.ReservationState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a reservation stands. One that never set anything aside has no {@code expiresAt}. */
record ReservationView(
        UUID id, ReservationState state, @Nullable Instant expiresAt) {

    static ReservationView of(Reservation reservation) {
        return new ReservationView(reservation.id().value(), reservation.state(), reservation.expiresAt());
    }
}
