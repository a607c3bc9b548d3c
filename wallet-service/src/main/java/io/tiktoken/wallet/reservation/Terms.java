package io.tiktoken.wallet.reservation;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.ledger.Movement;
import java.time.Instant;
import java.util.UUID;

/**
 * What a reservation is for.
 *
 * @param bodyHash tells a repeated request from another one with the same id
 * @param payeeName as the customer saw it when approving
 */
public record Terms(
        String bodyHash,
        UUID customer,
        UUID payee,
        String payeeName,
        UUID order,
        Money amount,
        Instant reservedAt,
        Instant expiresAt) {

    Movement purchase(UUID reservation) {
        return new Movement.Purchase(reservation, customer, payee, payeeName, order, amount);
    }

    Movement refund(UUID refund, Money part) {
        return new Movement.Refund(refund, customer, payee, payeeName, order, part);
    }
}
