package io.tiktoken.wallet.reservation;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.ledger.FieldDigest;
import io.tiktoken.wallet.ledger.Hash;
import io.tiktoken.wallet.ledger.Movement;
import io.tiktoken.wallet.ledger.OrderId;
import io.tiktoken.wallet.ledger.OwnerId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a reservation is for.
 *
 * @param bodyHash tells a repeated request from another one with the same id
 * @param payeeName as the customer saw it when approving
 */
public record Terms(
        String bodyHash,
        OwnerId customer,
        OwnerId payee,
        String payeeName,
        OrderId order,
        Money amount,
        Instant reservedAt,
        Instant expiresAt) {

    /** What is sealed, as it is called on the disk and in this order: all that never changes. */
    public static final List<String> SEALED = List.of(
            "id",
            "body_hash",
            "customer_id",
            "payee_id",
            "payee_name",
            "order_id",
            "amount",
            "created_at",
            "expires_at");

    Hash sealedFor(ReservationId reservation) {
        return new FieldDigest()
                .add(reservation.toString())
                .add(bodyHash)
                .add(customer.toString())
                .add(payee.toString())
                .add(payeeName)
                .add(order.toString())
                .add(amount.amount())
                .add(reservedAt.toEpochMilli())
                .add(expiresAt.toEpochMilli())
                .end();
    }

    Movement purchase(ReservationId reservation) {
        return new Movement.Purchase(reservation.value(), customer, payee, payeeName, order, amount);
    }

    Movement refund(UUID refund, Money part) {
        return new Movement.Refund(refund, customer, payee, payeeName, order, part);
    }
}
