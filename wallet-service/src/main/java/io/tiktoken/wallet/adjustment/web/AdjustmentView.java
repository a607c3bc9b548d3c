package io.tiktoken.wallet.adjustment.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tiktoken.defaults.decision.SignaturesView;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.adjustment.Adjustment;
import io.tiktoken.wallet.adjustment.Adjustment.State;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An adjustment as administrators see it.
 *
 * @param transactionId the wallet's transaction; null unless it was booked
 */
record AdjustmentView(
        UUID id,
        State state,
        UUID ownerId,
        Money amount,
        @Schema(example = "Charged twice") String reason,
        @Nullable UUID corrects,
        @Nullable UUID transactionId,
        @JsonUnwrapped SignaturesView signatures) {

    static AdjustmentView of(Adjustment adjustment) {
        return new AdjustmentView(
                adjustment.id(),
                adjustment.state(),
                adjustment.owner().value(),
                adjustment.amount(),
                adjustment.reason().text(),
                adjustment.corrects(),
                adjustment.state() == State.BOOKED ? adjustment.id() : null,
                SignaturesView.of(adjustment.decision()));
    }
}
