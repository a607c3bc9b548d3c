package io.tiktoken.wallet.adjustment;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.wallet.audit.Administrator;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Another administrator does not agree to an adjustment, or whoever asked for it takes it back. */
@Service
public class RefuseAdjustment {

    private final Adjustments adjustments;
    private final AdjustmentDecisions decisions;
    private final SingleWriter writer;

    RefuseAdjustment(Adjustments adjustments, AdjustmentDecisions decisions, SingleWriter writer) {
        this.adjustments = adjustments;
        this.decisions = decisions;
        this.writer = writer;
    }

    public Outcome refuse(UUID id, Administrator by) {
        return writer.write(() -> adjustments
                .find(id)
                .map(adjustment -> decisions.refuse(adjustment.id(), by))
                .orElseGet(Outcome.Unknown::new));
    }
}
