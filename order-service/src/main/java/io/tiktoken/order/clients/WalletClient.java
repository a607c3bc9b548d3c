package io.tiktoken.order.clients;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.order.purchase.Approval;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** What wallet-service understands. */
@FeignClient(name = "wallet", url = "${tiktoken.neighbours.wallet.url}")
interface WalletClient {

    @PutMapping("/internal/reservations/{id}")
    @Nullable
    ReservationAnswer reserve(@PathVariable("id") UUID id, @RequestBody Reservation body);

    @PutMapping("/internal/reservations/{id}/commit")
    void commit(@PathVariable("id") UUID id);

    @PutMapping("/internal/reservations/{id}/release")
    void release(@PathVariable("id") UUID id);

    @PutMapping("/internal/refunds/{id}")
    void refund(@PathVariable("id") UUID id, @RequestBody Refund body);

    record Reservation(
            UUID customerId, UUID payeeId, Money amount, UUID orderId, Approval approval, long expiresInSeconds) {}

    record Refund(UUID reservationId, Money amount) {}
}
