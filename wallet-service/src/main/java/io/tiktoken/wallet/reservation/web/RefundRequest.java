package io.tiktoken.wallet.reservation.web;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.ledger.web.TikTokens;
import io.tiktoken.wallet.reservation.RefundPurchase;
import io.tiktoken.wallet.reservation.ReservationId;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** What is to be given back, of which purchase. */
record RefundRequest(
        @NotNull UUID reservationId, @NotNull @TikTokens Money amount) {

    RefundPurchase.Request toRequest(UUID id) {
        return new RefundPurchase.Request(id, new ReservationId(reservationId), amount);
    }
}
