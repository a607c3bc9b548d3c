package io.tiktoken.wallet.adjustment;

import io.tiktoken.defaults.decision.Decision;
import io.tiktoken.defaults.decision.Decisions;
import io.tiktoken.defaults.decision.Effect;
import io.tiktoken.defaults.decision.Ending;
import io.tiktoken.defaults.decision.Ruling;
import io.tiktoken.defaults.decision.Signatories;
import io.tiktoken.defaults.decision.Signatory;
import io.tiktoken.wallet.adjustment.Adjustment.State;
import io.tiktoken.wallet.audit.Administrator;
import io.tiktoken.wallet.audit.Audit;
import io.tiktoken.wallet.audit.AuditEvent.Kind;
import io.tiktoken.wallet.ledger.Journal;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What it means for a wallet and for the audit when administrators decide. Everything is called inside a write. */
@Component
class AdjustmentDecisions {

    private final Decisions decisions;
    private final Journal journal;
    private final Audit audit;
    private final AdjustmentSettings settings;
    private final Clock clock;

    AdjustmentDecisions(Decisions decisions, Journal journal, Audit audit, AdjustmentSettings settings, Clock clock) {
        this.decisions = decisions;
        this.journal = journal;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    Outcome request(RequestAdjustment.Request asked, Signatories now) {
        var request = new Decisions.Request(
                Adjustment.KIND,
                asked.owner().value(),
                Adjustment.details(asked.amount(), asked.corrects()),
                asked.reason().text(),
                signatory(asked.by()),
                settings.lifetime());
        return told(decisions.request(request, now, this::booked), asked.by());
    }

    Outcome confirm(UUID id, Administrator by, Signatories now) {
        return told(decisions.confirm(id, signatory(by), now, this::booked), by);
    }

    Outcome refuse(UUID id, Administrator by) {
        return switch (decisions.refuse(id, signatory(by))) {
            case Ending.Ended(var decision) -> told(decision, by);
            case Ending.NoLongerOpen(var status) -> new Outcome.NoLongerOpen(State.of(status));
            case Ending.Unknown() -> new Outcome.Unknown();
        };
    }

    /**
     * It is judged now, not when it was asked for: never more than what is available. The most that a wallet may hold
     * is no bound, because a correction gives its owner what is theirs, as a refund does; nor is a freeze, which may
     * be the very reason for it.
     */
    private Effect<Journal.Outcome> booked(Decision decision) {
        var outcome = journal.post(Adjustment.of(decision).movement());
        return new Effect<>(outcome, outcome instanceof Journal.Outcome.Posted);
    }

    private Outcome told(Ruling<Journal.Outcome> ruling, Administrator by) {
        return switch (ruling) {
            case Ruling.Confirmed<Journal.Outcome> confirmed -> told(confirmed.decision(), by);
            case Ruling.Awaiting<Journal.Outcome>(var decision) -> told(decision, by);
            case Ruling.Declined<Journal.Outcome> _ -> new Outcome.InsufficientFunds();
            case Ruling.NoLongerOpen<Journal.Outcome>(var status) -> new Outcome.NoLongerOpen(State.of(status));
            case Ruling.NeedsAnother<Journal.Outcome>() -> new Outcome.NeedsAnotherAdministrator();
            case Ruling.NoLongerAble<Journal.Outcome>() -> new Outcome.NoLongerAble();
            case Ruling.RequesterNoLongerAble<Journal.Outcome>() -> new Outcome.RequesterNoLongerAble();
            case Ruling.Unknown<Journal.Outcome>() -> new Outcome.Unknown();
        };
    }

    /** Such as {@code -5.00 TTK: paid twice (alice, alone)}. */
    private Outcome told(Decision decision, Administrator by) {
        var adjustment = Adjustment.of(decision);
        var words = "%s: %s (%s%s)"
                .formatted(
                        adjustment.amount(),
                        adjustment.reason(),
                        decision.requestedBy().name(),
                        decision.alone() ? ", alone" : "");
        audit.add(kindOf(adjustment.state()), by, adjustment.owner(), words, clock.instant());
        return new Outcome.Done(adjustment);
    }

    private static Kind kindOf(State state) {
        return switch (state) {
            case AWAITING_CONFIRMATION -> Kind.ADJUSTMENT_REQUESTED;
            case BOOKED -> Kind.ADJUSTMENT_BOOKED;
            case REFUSED -> Kind.ADJUSTMENT_REFUSED;
            case WITHDRAWN -> Kind.ADJUSTMENT_WITHDRAWN;
            case EXPIRED -> throw new IllegalArgumentException("Nobody lets one expire");
        };
    }

    private static Signatory signatory(Administrator administrator) {
        return new Signatory(administrator.id(), administrator.username());
    }
}
