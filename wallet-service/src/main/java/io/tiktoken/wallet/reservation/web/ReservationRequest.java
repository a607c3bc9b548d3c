package io.tiktoken.wallet.reservation.web;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.ledger.OrderId;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.ledger.web.TikTokens;
import io.tiktoken.wallet.reservation.ReservationId;
import io.tiktoken.wallet.reservation.ReserveFunds;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;

/**
 * What a purchase asks for.
 *
 * @param approval the customer's, for exactly this
 */
record ReservationRequest(
        @NotNull UUID customerId,
        @NotNull UUID payeeId,
        @NotNull @TikTokens Money amount,
        @NotNull UUID orderId,
        @NotNull @Size(max = 4096) String approval,
        @Min(1) @Max(3600) int expiresInSeconds) {

    @AssertTrue(message = "nobody can buy from themselves")
    boolean isBetweenTwo() {
        return !Objects.equals(customerId, payeeId);
    }

    ReserveFunds.Request toRequest(UUID id) {
        return new ReserveFunds.Request(
                new ReservationId(id),
                new OwnerId(customerId),
                new OwnerId(payeeId),
                amount,
                new OrderId(orderId),
                Duration.ofSeconds(expiresInSeconds));
    }
}
