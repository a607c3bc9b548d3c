package io.tiktoken.wallet.adjustment;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.wallet.adjustment.AbleAdministrators.Answer;
import io.tiktoken.wallet.audit.Administrator;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/** Another administrator agrees to an adjustment or does not, or whoever asked for it takes it back. */
@Service
public class DecideAdjustment {

    private final Adjustments adjustments;
    private final AdjustmentDecisions decisions;
    private final SingleWriter writer;

    DecideAdjustment(Adjustments adjustments, AdjustmentDecisions decisions, SingleWriter writer) {
        this.adjustments = adjustments;
        this.decisions = decisions;
        this.writer = writer;
    }

    /**
     * Books it, once, or tells why not.
     *
     * @param administrators as they were when it was confirmed
     */
    public Outcome confirm(UUID id, Administrator by, Answer administrators) {
        return switch (administrators) {
            case Answer.NoAnswer() -> new Outcome.NoAnswer();
            case Answer.Known(var signatories) ->
                writer.write(() -> decided(id, adjustment -> decisions.confirm(adjustment, by, signatories)));
        };
    }

    public Outcome refuse(UUID id, Administrator by) {
        return writer.write(() -> decided(id, adjustment -> decisions.refuse(adjustment, by)));
    }

    private Outcome decided(UUID id, Function<UUID, Outcome> decision) {
        return adjustments.find(id).map(Adjustment::id).map(decision).orElseGet(Outcome.Unknown::new);
    }
}
