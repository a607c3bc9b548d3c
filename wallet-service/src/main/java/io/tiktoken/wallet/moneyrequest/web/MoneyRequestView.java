package io.tiktoken.wallet.moneyrequest.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.moneyrequest.MoneyRequest;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A money request as both sides see it.
 *
 * @param requester who asks: whom the payer's approval has to name as the payee
 * @param from who is asked
 * @param transferId by which it was paid
 */
record MoneyRequestView(
        UUID id,
        Requester requester,
        @Schema(example = "bob (B•• T••)") String from,
        Money amount,
        @Schema(example = "For lunch") @Nullable String note,
        MoneyRequest.State status,
        @Nullable UUID transferId,
        Instant createdAt,
        Instant expiresAt) {

    /** Who asks. */
    record Requester(
            UUID id,
            @Schema(example = "alice") String username,
            @Schema(example = "alice (A••• L••)") String name) {}

    static MoneyRequestView of(MoneyRequest request) {
        var requester = request.requester();
        return new MoneyRequestView(
                request.id().value(),
                new Requester(requester.id().value(), requester.username(), requester.name()),
                request.payerName(),
                request.amount(),
                request.note(),
                request.state(),
                request.transfer(),
                request.createdAt(),
                request.expiresAt());
    }
}
