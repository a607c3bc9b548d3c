package io.tiktoken.wallet.adjustment;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.wallet.adjustment.AbleAdministrators.Answer;
import io.tiktoken.wallet.adjustment.Adjustment.State;
import io.tiktoken.wallet.audit.Administrator;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Another administrator agrees to an adjustment, and it is booked, once. */
@Service
public class ConfirmAdjustment {

    private final Adjustments adjustments;
    private final Decisions decisions;
    private final SingleWriter writer;
    private final Clock clock;

    ConfirmAdjustment(Adjustments adjustments, Decisions decisions, SingleWriter writer, Clock clock) {
        this.adjustments = adjustments;
        this.decisions = decisions;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * Books it, or tells why not.
     *
     * @param able who could administer when it was confirmed
     */
    public Outcome confirm(UUID id, Administrator by, Answer able) {
        return switch (able) {
            case Answer.NoAnswer() -> new Outcome.NoAnswer();
            case Answer.Known(var administrators) ->
                writer.write(() -> adjustments
                        .find(id)
                        .map(adjustment -> confirmed(adjustment, by, administrators))
                        .orElseGet(Outcome.Unknown::new));
        };
    }

    private Outcome confirmed(Adjustment adjustment, Administrator by, Set<UUID> able) {
        var state = adjustment.stateAt(clock.instant());
        if (state != State.AWAITING_CONFIRMATION) {
            return new Outcome.NoLongerOpen(state);
        }
        if (adjustment.isRequestedBy(by)) {
            return new Outcome.NeedsAnotherAdministrator();
        }
        if (!able.contains(by.id())) {
            return new Outcome.NoLongerAble();
        }
        return able.contains(adjustment.requestedBy().id())
                ? decisions.book(adjustment, by)
                : new Outcome.RequesterNoLongerAble();
    }
}
