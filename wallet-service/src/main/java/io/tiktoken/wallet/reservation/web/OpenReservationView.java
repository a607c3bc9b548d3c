package io.tiktoken.wallet.reservation.web;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.reservation.Reservation;
import java.time.Instant;
import java.util.UUID;

/**
 * Money that is set aside for a purchase, as its owner sees it.
 *
 * @param expiresAt when it becomes available again, if nobody comes for it
 */
record OpenReservationView(UUID id, Money amount, Payee payee, UUID orderId, Instant createdAt, Instant expiresAt) {

    /** Who is to be paid, by the name that the customer saw when approving. */
    record Payee(String name) {}

    static OpenReservationView of(Reservation reservation) {
        var terms = reservation.terms();
        return new OpenReservationView(
                reservation.id().value(),
                terms.amount(),
                new Payee(terms.payeeName()),
                terms.order().value(),
                terms.reservedAt(),
                terms.expiresAt());
    }
}
