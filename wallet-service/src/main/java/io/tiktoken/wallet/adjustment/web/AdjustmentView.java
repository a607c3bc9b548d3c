package io.tiktoken.wallet.adjustment.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tiktoken.defaults.decision.Signatory;
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
 * @param alone there was no other administrator who could have confirmed it
 */
record AdjustmentView(
        UUID id,
        State state,
        UUID ownerId,
        Money amount,
        @Schema(example = "Charged twice") String reason,
        @Nullable UUID corrects,
        @Nullable UUID transactionId,
        UUID requestedBy,
        @Schema(example = "root") String requestedByName,
        Instant requestedAt,
        Instant expiresAt,
        @Nullable UUID decidedBy,
        @Schema(example = "carol") @Nullable String decidedByName,
        @Nullable Instant decidedAt,
        boolean alone) {

    static AdjustmentView of(Adjustment adjustment) {
        var decision = adjustment.decision();
        var decidedBy = Optional.ofNullable(decision.decidedBy());
        return new AdjustmentView(
                adjustment.id(),
                adjustment.state(),
                adjustment.owner().value(),
                adjustment.amount(),
                adjustment.reason().text(),
                adjustment.corrects(),
                adjustment.state() == State.BOOKED ? adjustment.id() : null,
                decision.requestedBy().id(),
                decision.requestedBy().name(),
                decision.requestedAt(),
                decision.expiresAt(),
                decidedBy.map(Signatory::id).orElse(null),
                decidedBy.map(Signatory::name).orElse(null),
                decision.decidedAt(),
                decision.alone());
    }
}
