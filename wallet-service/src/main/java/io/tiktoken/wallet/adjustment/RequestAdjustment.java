package io.tiktoken.wallet.adjustment;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.runtime.Ids;
import io.tiktoken.defaults.text.Reason;
import io.tiktoken.wallet.adjustment.AbleAdministrators.Answer;
import io.tiktoken.wallet.audit.Administrator;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * An administrator wants a wallet corrected. When another administrator could confirm it, that one has to; a single one
 * must be able to put things right, too. How many there are is what auth-service said just before: if another becomes
 * able in that moment, this was asked for a moment earlier.
 */
@Service
public class RequestAdjustment {

    /**
     * What is asked for.
     *
     * @param corrects the transaction that it puts right; null when there is none
     */
    public record Request(
            UUID owner,
            Money amount,
            Reason reason,
            @Nullable UUID corrects,
            Administrator by) {}

    private final Adjustments adjustments;
    private final Decisions decisions;
    private final AdjustmentSettings settings;
    private final SingleWriter writer;
    private final Ids ids;
    private final Clock clock;

    RequestAdjustment(
            Adjustments adjustments,
            Decisions decisions,
            AdjustmentSettings settings,
            SingleWriter writer,
            Ids ids,
            Clock clock) {
        this.adjustments = adjustments;
        this.decisions = decisions;
        this.settings = settings;
        this.writer = writer;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Books it, lets it wait, or tells why not.
     *
     * @param able who could administer when it was asked for
     */
    public Outcome request(Request request, Answer able) {
        return switch (able) {
            case Answer.NoAnswer() -> new Outcome.NoAnswer();
            // A suspension may be younger than the token, and must not leave its victim's accuser the only one.
            case Answer.Known(var administrators)
            when !administrators.contains(request.by().id()) -> new Outcome.NoLongerAble();
            case Answer.Known(var administrators) -> writer.write(() -> judged(request, administrators.size() == 1));
        };
    }

    private Outcome judged(Request request, boolean isTheOnlyOne) {
        if (isTooMuch(request.amount())) {
            return new Outcome.TooMuch(settings.mostAtOnce());
        }
        if (request.corrects() != null && !adjustments.isTransactionOf(request.owner(), request.corrects())) {
            return new Outcome.UnknownTransaction();
        }
        var adjustment = opened(request);
        return isTheOnlyOne ? decisions.bookAtOnce(adjustment, request.by()) : decisions.leaveOpen(adjustment);
    }

    /** Not by the amount without its sign: the least number there is has none. */
    private boolean isTooMuch(Money amount) {
        var most = settings.mostAtOnce();
        return !most.covers(amount) || !amount.covers(most.negated());
    }

    private Adjustment opened(Request request) {
        var now = clock.instant();
        return new Adjustment(
                ids.next(),
                request.owner(),
                request.amount(),
                request.reason(),
                request.corrects(),
                request.by(),
                now,
                now.plus(settings.lifetime()),
                null);
    }
}
