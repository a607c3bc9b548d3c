package io.tiktoken.wallet.adjustment;

import io.tiktoken.wallet.adjustment.Adjustment.Decision;
import io.tiktoken.wallet.adjustment.Adjustment.State;
import io.tiktoken.wallet.audit.Administrator;
import io.tiktoken.wallet.audit.AuditEvent.Kind;
import io.tiktoken.wallet.audit.AuditOutbox;
import io.tiktoken.wallet.ledger.Journal;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Ends adjustments, each in the same write as what follows from it. */
@Component
class Decisions {

    private final Adjustments adjustments;
    private final Journal journal;
    private final AuditOutbox audit;
    private final Clock clock;

    Decisions(Adjustments adjustments, Journal journal, AuditOutbox audit, Clock clock) {
        this.adjustments = adjustments;
        this.journal = journal;
        this.audit = audit;
        this.clock = clock;
    }

    /** Lets one wait for another administrator. */
    Outcome leaveOpen(Adjustment adjustment) {
        adjustments.add(adjustment);
        tell(Kind.ADJUSTMENT_REQUESTED, adjustment, adjustment.requestedBy(), adjustment.requestedAt());
        return new Outcome.Done(adjustment);
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
        tell(kindOf(state), adjustment, by, decision.at());
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

    private void tell(Kind what, Adjustment adjustment, Administrator by, Instant at) {
        var requester = adjustment.requestedBy().username();
        var words = "%s: %s (%s)".formatted(adjustment.amount(), adjustment.reason(), requester);
        audit.add(what, by, adjustment.owner(), words, at);
    }

    private static Kind kindOf(State end) {
        return switch (end) {
            case BOOKED -> Kind.ADJUSTMENT_BOOKED;
            case REFUSED -> Kind.ADJUSTMENT_REFUSED;
            case WITHDRAWN -> Kind.ADJUSTMENT_WITHDRAWN;
            case AWAITING_CONFIRMATION, EXPIRED -> throw new IllegalArgumentException(end + " is nobody's decision");
        };
    }
}
