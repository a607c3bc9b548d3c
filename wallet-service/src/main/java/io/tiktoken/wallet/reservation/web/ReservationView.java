package io.tiktoken.wallet.reservation.web;

import io.tiktoken.defaults.reservation.ReservationState;
import io.tiktoken.wallet.reservation.Reservation;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a reservation stands.
 *
 * @param expiresAt absent when nothing was ever set aside
 */
record ReservationView(
        UUID id, ReservationState state, @Nullable Instant expiresAt) {

    static ReservationView of(Reservation reservation) {
        var terms = reservation.knownTerms();
        var expiresAt = terms == null || reservation.refusal() != null ? null : terms.expiresAt();
        return new ReservationView(reservation.id().value(), reservation.state(), expiresAt);
    }
}
