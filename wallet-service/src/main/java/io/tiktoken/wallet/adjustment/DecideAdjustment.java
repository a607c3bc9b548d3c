package io.tiktoken.wallet.adjustment;

import io.tiktoken.defaults.database.SingleWriter;
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
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/** What administrators decide about adjustments, and what it means for the wallet and for the audit. */
@Service
public class DecideAdjustment {

    private final Adjustments adjustments;
    private final Decisions decisions;
    private final Journal journal;
    private final Audit audit;
    private final AdjustmentSettings settings;
    private final SingleWriter writer;
    private final Clock clock;

    DecideAdjustment(
            Adjustments adjustments,
            Decisions decisions,
            Journal journal,
            Audit audit,
            AdjustmentSettings settings,
            SingleWriter writer,
            Clock clock) {
        this.adjustments = adjustments;
        this.decisions = decisions;
        this.journal = journal;
        this.audit = audit;
        this.settings = settings;
        this.writer = writer;
        this.clock = clock;
    }

    /** Works inside a write only. */
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

    /**
     * Another administrator agrees: books it, once, or tells why not.
     *
     * @param administrators as they were when it was confirmed
     */
    public Outcome confirm(UUID id, Administrator by, AbleAdministrators.Answer administrators) {
        return switch (administrators) {
            case AbleAdministrators.Answer.NoAnswer() -> new Outcome.NoAnswer();
            case AbleAdministrators.Answer.Known(var now) ->
                decided(id, () -> told(decisions.confirm(id, signatory(by), now, this::booked), by));
        };
    }

    /** Another administrator does not agree, or whoever asked for it takes it back. */
    public Outcome refuse(UUID id, Administrator by) {
        return decided(id, () -> switch (decisions.refuse(id, signatory(by))) {
            case Ending.Ended(var decision) -> told(decision, by);
            case Ending.NoLongerOpen(var status) -> new Outcome.NoLongerOpen(State.of(status));
            case Ending.Unknown() -> new Outcome.Unknown();
        });
    }

    /** A decision about something else is no adjustment, whatever its id. */
    private Outcome decided(UUID id, Supplier<Outcome> decision) {
        return writer.write(() -> adjustments.find(id).map(_ -> decision.get()).orElseGet(Outcome.Unknown::new));
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
