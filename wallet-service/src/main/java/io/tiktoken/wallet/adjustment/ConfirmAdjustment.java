package io.tiktoken.wallet.adjustment;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.decision.Signatories;
import io.tiktoken.wallet.adjustment.AbleAdministrators.Answer;
import io.tiktoken.wallet.audit.Administrator;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Another administrator agrees to an adjustment, and it is booked, once. */
@Service
public class ConfirmAdjustment {

    private final Adjustments adjustments;
    private final AdjustmentDecisions decisions;
    private final SingleWriter writer;

    ConfirmAdjustment(Adjustments adjustments, AdjustmentDecisions decisions, SingleWriter writer) {
        this.adjustments = adjustments;
        this.decisions = decisions;
        this.writer = writer;
    }

    /**
     * Books it, or tells why not.
     *
     * @param administrators as they were when it was confirmed
     */
    public Outcome confirm(UUID id, Administrator by, Answer administrators) {
        return switch (administrators) {
            case Answer.NoAnswer() -> new Outcome.NoAnswer();
            case Answer.Known(var signatories) -> writer.write(() -> confirmed(id, by, signatories));
        };
    }

    private Outcome confirmed(UUID id, Administrator by, Signatories now) {
        return adjustments
                .find(id)
                .map(adjustment -> decisions.confirm(adjustment.id(), by, now))
                .orElseGet(Outcome.Unknown::new);
    }
}
