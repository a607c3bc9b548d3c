package io.tiktoken.order.purchase;

import static io.tiktoken.order.purchase.Step.DECIDED;
import static io.tiktoken.order.purchase.Step.FUNDS_COMMITTED;
import static io.tiktoken.order.purchase.Step.PAID;
import static io.tiktoken.order.purchase.Step.REFUNDING_FUNDS;
import static io.tiktoken.order.purchase.Step.REFUSED;
import static io.tiktoken.order.purchase.Step.RETURNING_STOCK;
import static io.tiktoken.order.purchase.Step.STOCK_RESERVED;
import static io.tiktoken.order.purchase.Step.UNDOING_FUNDS;
import static io.tiktoken.order.purchase.Step.UNDOING_STOCK;

import io.tiktoken.defaults.neighbour.Answer;
import io.tiktoken.defaults.neighbour.Answer.Done;
import io.tiktoken.defaults.neighbour.Answer.No;
import io.tiktoken.defaults.neighbour.Answer.NoAnswer;
import io.tiktoken.defaults.neighbour.Answer.Unexpected;
import io.tiktoken.defaults.neighbour.Answer.Yes;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Pays an order: reserve stock, reserve funds, decide, commit both. Every call carries the attempt's id, so a step that
 * runs twice acts once, and a purchase cut short anywhere is carried on by calling {@link #run} again. Stored before the
 * next call begins is what those calls could not tell again: its beginning, the decision, that it is undone, and its end.
 */
@Component
class PurchaseSaga {

    /** Where a purchase writes down how far it has come. */
    interface Journal {

        /**
         * Stores the purchase's new position, durably, before anybody acts on it.
         *
         * @return the purchase as it is stored; empty if somebody else has moved it meanwhile, who carries it on
         */
        Optional<Purchase> store(Purchase purchase);
    }

    /** A commit came too late: the reservation had run out, and nothing was committed. */
    private static final String EXPIRED = "expired";

    /** A release came too late: the reservation had been committed, so it must be given back instead. */
    private static final String ALREADY_COMMITTED = "already_committed";

    /** A refund was refused: the merchant's wallet does not hold so much just now. */
    private static final String INSUFFICIENT_FUNDS = "insufficient_funds";

    private final Stock stock;
    private final Funds funds;
    private final Journal journal;
    private final PurchasePace pace;

    PurchaseSaga(Stock stock, Funds funds, Journal journal, PurchasePace pace) {
        this.stock = stock;
        this.funds = funds;
        this.journal = journal;
        this.pace = pace;
    }

    /** Carries the purchase on until it is over, or a call gets no answer, or somebody else has taken it over. */
    Purchase run(Purchase purchase) {
        if (purchase.step().isFinal()) {
            return purchase;
        }
        var next = advance(purchase);
        if (next.step() == purchase.step()) {
            return journal.store(next).orElse(purchase);
        }
        return next.step().mayBeForgotten()
                ? run(next)
                : journal.store(next).map(this::run).orElse(purchase);
    }

    private Purchase advance(Purchase purchase) {
        return switch (purchase.step()) {
            case STARTED -> reserved(purchase, stock::reserve, STOCK_RESERVED);
            case STOCK_RESERVED -> reserved(purchase, funds::reserve, DECIDED);
            // The decision: from here only forward, unless a commit is told that its reservation has expired.
            case DECIDED -> committed(purchase, funds.commit(purchase), FUNDS_COMMITTED, UNDOING_FUNDS);
            case FUNDS_COMMITTED -> committed(purchase, stock.commit(purchase), PAID, REFUNDING_FUNDS);
            // The undoing: funds first, then stock, each released or, where it was committed, given back.
            case UNDOING_FUNDS -> released(purchase, funds.release(purchase), UNDOING_STOCK, REFUNDING_FUNDS);
            case REFUNDING_FUNDS -> refunded(purchase, funds.refund(purchase));
            case UNDOING_STOCK -> released(purchase, stock.release(purchase), REFUSED, RETURNING_STOCK);
            case RETURNING_STOCK -> givenBack(purchase, stock.takeBack(purchase), REFUSED);
            case PAID, REFUSED, NEEDS_OPERATOR -> purchase;
        };
    }

    /**
     * While nothing is decided, a refusal and too little time left both lead to undoing. An answer that nobody expected
     * is no reason to undo, however late it is: it may mean a bug of ours, which the undoing would hide.
     */
    private Purchase reserved(Purchase purchase, Function<Purchase, Answer<Done>> reserve, Step goal) {
        if (pace.isOverdue(purchase) && purchase.patience().surprises() > 0) {
            return pace.park(purchase, "something unexpected until its deadline");
        }
        if (pace.isOverdue(purchase)) {
            return undo(purchase, Refusal.PAYMENT_TIMED_OUT);
        }
        return switch (reserve.apply(purchase)) {
            case Yes<Done> _ when !pace.leavesTimeToCommit(purchase) -> undo(purchase, Refusal.RESERVATION_EXPIRED);
            case Yes<Done> _ -> pace.onward(purchase, goal);
            case No(var code) ->
                Refusal.of(code).map(why -> undo(purchase, why)).orElseGet(() -> pace.surprised(purchase, code));
            case NoAnswer(var why) -> pace.askAgain(purchase, why);
            case Unexpected(var what) -> pace.surprised(purchase, what);
        };
    }

    /**
     * Funds first, even while stock is being reserved: a run that was cut short may have asked for them and not have
     * stored so. Only where there never was any stock can nobody have asked.
     */
    private Purchase undo(Purchase purchase, Refusal why) {
        return pace.undo(purchase, why, why == Refusal.OUT_OF_STOCK ? UNDOING_STOCK : UNDOING_FUNDS);
    }

    private Purchase committed(Purchase purchase, Answer<Done> answer, Step goal, Step undoing) {
        return switch (answer) {
            case Yes<Done> _ -> pace.onward(purchase, goal);
            case No(var code) when code.equals(EXPIRED) -> pace.undo(purchase, Refusal.RESERVATION_EXPIRED, undoing);
            case No(var code) -> pace.surprised(purchase, code);
            case NoAnswer(var why) -> pace.askAgain(purchase, why);
            case Unexpected(var what) -> pace.surprised(purchase, what);
        };
    }

    private Purchase released(Purchase purchase, Answer<Done> answer, Step goal, Step whenCommitted) {
        return answer.equals(new No<Done>(ALREADY_COMMITTED))
                ? pace.onward(purchase, whenCommitted)
                : givenBack(purchase, answer, goal);
    }

    /** Committed funds are the merchant's. Until their wallet holds as much again, the refund is owed, not impossible. */
    private Purchase refunded(Purchase purchase, Answer<Done> answer) {
        return answer.equals(new No<Done>(INSUFFICIENT_FUNDS))
                ? pace.owed(purchase)
                : givenBack(purchase, answer, UNDOING_STOCK);
    }

    private Purchase givenBack(Purchase purchase, Answer<Done> answer, Step goal) {
        return switch (answer) {
            case Yes<Done> _ -> pace.onward(purchase, goal);
            case No(var code) -> pace.surprised(purchase, code);
            case NoAnswer(var why) -> pace.askAgain(purchase, why);
            case Unexpected(var what) -> pace.surprised(purchase, what);
        };
    }
}
