package io.tiktoken.wallet.adjustment;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.wallet.adjustment.Adjustment.State;
import io.tiktoken.wallet.audit.Administrator;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Another administrator does not agree to an adjustment, or whoever asked for it takes it back. */
@Service
public class RefuseAdjustment {

    private final Adjustments adjustments;
    private final Decisions decisions;
    private final SingleWriter writer;
    private final Clock clock;

    RefuseAdjustment(Adjustments adjustments, Decisions decisions, SingleWriter writer, Clock clock) {
        this.adjustments = adjustments;
        this.decisions = decisions;
        this.writer = writer;
        this.clock = clock;
    }

    public Outcome refuse(UUID id, Administrator by) {
        return writer.write(() ->
                adjustments.find(id).map(adjustment -> refused(adjustment, by)).orElseGet(Outcome.Unknown::new));
    }

    private Outcome refused(Adjustment adjustment, Administrator by) {
        var state = adjustment.stateAt(clock.instant());
        return state == State.AWAITING_CONFIRMATION
                ? decisions.end(adjustment, adjustment.isRequestedBy(by) ? State.WITHDRAWN : State.REFUSED, by)
                : new Outcome.NoLongerOpen(state);
    }
}
