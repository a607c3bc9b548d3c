package io.tiktoken.wallet.reservation;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** All refunds ever made. */
interface Refunds extends Repository<RefundPurchase.Request, UUID> {

    @Query("SELECT id, reservation, amount AS amount_amount, 'TTK' AS amount_currency FROM refunds WHERE id = :id")
    Optional<RefundPurchase.Request> find(UUID id);

    @Modifying
    @Query("INSERT INTO refunds (id, reservation, amount) VALUES (:id, :reservation, :amount)")
    void add(UUID id, ReservationId reservation, long amount);
}
