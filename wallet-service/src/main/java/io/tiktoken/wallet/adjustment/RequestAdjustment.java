package io.tiktoken.wallet.adjustment;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.decision.Signatories;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.text.Reason;
import io.tiktoken.wallet.adjustment.AbleAdministrators.Answer;
import io.tiktoken.wallet.audit.Administrator;
import io.tiktoken.wallet.ledger.OwnerId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * An administrator wants a wallet corrected. Another one has to confirm it, unless who asks is the only one there is. Who
 * they are is what auth-service said just before: if another becomes one in that moment, this was asked for a moment earlier.
 */
@Service
public class RequestAdjustment {

    /**
     * What is asked for.
     *
     * @param corrects the transaction that it puts right; null when there is none
     */
    public record Request(
            OwnerId owner,
            Money amount,
            Reason reason,
            @Nullable UUID corrects,
            Administrator by) {}

    private final Adjustments adjustments;
    private final DecideAdjustment decideAdjustment;
    private final AdjustmentSettings settings;
    private final SingleWriter writer;

    RequestAdjustment(
            Adjustments adjustments,
            DecideAdjustment decideAdjustment,
            AdjustmentSettings settings,
            SingleWriter writer) {
        this.adjustments = adjustments;
        this.decideAdjustment = decideAdjustment;
        this.settings = settings;
        this.writer = writer;
    }

    /**
     * Books it, lets it wait, or tells why not.
     *
     * @param administrators as they were when it was asked for
     */
    public Outcome request(Request request, Answer administrators) {
        return switch (administrators) {
            case Answer.NoAnswer() -> new Outcome.NoAnswer();
            case Answer.Known(var signatories) -> writer.write(() -> judged(request, signatories));
        };
    }

    private Outcome judged(Request request, Signatories now) {
        if (isTooMuch(request.amount())) {
            return new Outcome.TooMuch(settings.mostAtOnce());
        }
        if (request.corrects() != null && !adjustments.isTransactionOf(request.owner(), request.corrects())) {
            return new Outcome.UnknownTransaction();
        }
        return decideAdjustment.request(request, now);
    }

    /** Not by the amount without its sign: the least number there is has none. */
    private boolean isTooMuch(Money amount) {
        var most = settings.mostAtOnce();
        return !most.covers(amount) || !amount.covers(most.negated());
    }
}
