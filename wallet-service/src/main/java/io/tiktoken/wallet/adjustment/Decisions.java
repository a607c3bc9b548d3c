package io.tiktoken.wallet.adjustment;

import io.tiktoken.wallet.adjustment.Adjustment.Decision;
import io.tiktoken.wallet.adjustment.Adjustment.State;
import io.tiktoken.wallet.audit.Administrator;
import io.tiktoken.wallet.ledger.Journal;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Ends adjustments, each in the same write as what follows from it. */
@Component
class Decisions {

    private final Adjustments adjustments;
    private final Journal journal;
    private final Clock clock;

    Decisions(Adjustments adjustments, Journal journal, Clock clock) {
        this.adjustments = adjustments;
        this.journal = journal;
        this.clock = clock;
    }

    /** Moves the money of one that waited for this. */
    Outcome book(Adjustment adjustment, Administrator by) {
        return moves(adjustment) ? end(adjustment, State.BOOKED, by) : new Outcome.InsufficientFunds();
    }

    /** Moves the money of one that nobody has to wait for; there is no such adjustment if it cannot be moved. */
    Outcome bookAtOnce(Adjustment adjustment, Administrator by) {
        if (!moves(adjustment)) {
            return new Outcome.InsufficientFunds();
        }
        adjustments.add(adjustment);
        return end(adjustment, State.BOOKED, by);
    }

    Outcome end(Adjustment adjustment, State state, Administrator by) {
        var decision = new Decision(state, by, clock.instant());
        adjustments.decide(adjustment.id(), decision);
        return new Outcome.Done(adjustment.decided(decision));
    }

    /**
     * It is judged now, not when it was asked for: never more than what is available. The most that a wallet may hold
     * is no bound, because a correction gives its owner what is theirs, as a refund does; nor is a freeze, which may
     * be the very reason for it.
     */
    private boolean moves(Adjustment adjustment) {
        return switch (journal.post(adjustment.movement())) {
            case Journal.Outcome.InsufficientFunds() -> false;
            case Journal.Outcome.Posted _ -> true;
        };
    }
}
