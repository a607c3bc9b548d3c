package io.tiktoken.wallet.adjustment.web;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.adjustment.Adjustment;
import io.tiktoken.wallet.adjustment.Adjustment.State;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An adjustment as administrators see it. Names are usernames as they were then.
 *
 * @param transactionId the wallet's transaction; null unless it was booked
 * @param decidedBy null while nobody has decided, and when it expired
 */
record AdjustmentView(
        UUID id,
        State state,
        UUID ownerId,
        Money amount,
        String reason,
        @Nullable UUID corrects,
        @Nullable UUID transactionId,
        UUID requestedBy,
        String requestedByName,
        Instant requestedAt,
        Instant expiresAt,
        @Nullable UUID decidedBy,
        @Nullable String decidedByName,
        @Nullable Instant decidedAt) {

    static AdjustmentView of(Adjustment adjustment, State state) {
        var decision = Optional.ofNullable(adjustment.decision());
        return new AdjustmentView(
                adjustment.id(),
                state,
                adjustment.owner(),
                adjustment.amount(),
                adjustment.reason().text(),
                adjustment.corrects(),
                state == State.BOOKED ? adjustment.id() : null,
                adjustment.requestedBy().id(),
                adjustment.requestedBy().username(),
                adjustment.requestedAt(),
                adjustment.expiresAt(),
                decision.map(made -> made.by().id()).orElse(null),
                decision.map(made -> made.by().username()).orElse(null),
                decision.map(Adjustment.Decision::at).orElse(null));
    }
}
