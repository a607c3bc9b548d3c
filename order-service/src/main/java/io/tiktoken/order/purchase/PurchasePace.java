package io.tiktoken.order.purchase;

import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Everything about a purchase that has to do with time: leases, pauses, the deadline; and what the operator reads. */
@Component
class PurchasePace {

    private static final Logger log = LoggerFactory.getLogger(PurchasePace.class);

    private final PurchaseSettings settings;
    private final Clock clock;

    PurchasePace(PurchaseSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    Instant leaseFromNow() {
        return clock.instant().plus(settings.lease());
    }

    boolean isOverdue(Purchase purchase) {
        return !clock.instant().isBefore(purchase.startedAt().plus(settings.deadline()));
    }

    /**
     * Whether both commits still fit in. Neither reservation can have been made before the purchase
     * started, so neither can end earlier than that plus its length.
     */
    boolean leavesTimeToCommit(Purchase purchase) {
        var reservedUntil = purchase.startedAt().plus(settings.reservationsLast());
        return clock.instant().plus(settings.callBudget().multipliedBy(2)).isBefore(reservedUntil);
    }

    Purchase onward(Purchase purchase, Step next) {
        if (purchase.patience().silences() > 0) {
            log.info(
                    "Purchase {} goes on to {} after {} tries in vain",
                    purchase.id(),
                    next,
                    purchase.patience().silences());
        }
        return purchase.at(next, leaseFromNow());
    }

    Purchase undo(Purchase purchase, Refusal why, Step next) {
        log.info(
                "Purchase {} of order {} is undone at {}: {}",
                purchase.id(),
                purchase.order().id(),
                purchase.step(),
                why.code());
        return purchase.undoing(why, next, leaseFromNow());
    }

    Purchase askAgain(Purchase purchase, String why) {
        // Once per step: an outage must not fill the log with every purchase's every try.
        if (purchase.patience().silences() == 0) {
            log.warn(
                    "No answer to purchase {} of order {} at {}; it will be asked again: {}",
                    purchase.id(),
                    purchase.order().id(),
                    purchase.step(),
                    why);
        }
        return purchase.unanswered(nextTry(purchase));
    }

    /** A refund that the merchant's wallet does not hold; only money that comes into it lets the purchase go on. */
    Purchase owed(Purchase purchase) {
        if (purchase.patience().silences() == 0) {
            log.error(
                    "Merchant {} owes the refund of purchase {} of order {}, but their wallet does not hold {}; it will be"
                            + " asked again until it does",
                    purchase.order().merchant().id(),
                    purchase.id(),
                    purchase.order().id(),
                    purchase.order().total());
        }
        return purchase.unanswered(nextTry(purchase));
    }

    Purchase surprised(Purchase purchase, String what) {
        if (purchase.patience().surprises() + 1 >= settings.mostSurprises()) {
            return park(purchase, what);
        }
        log.warn(
                "Purchase {} of order {} was answered {} at {}, which nobody expected; it will be asked again",
                purchase.id(),
                purchase.order().id(),
                what,
                purchase.step());
        return purchase.surprised(nextTry(purchase));
    }

    Purchase park(Purchase purchase, String what) {
        log.error(
                "Purchase {} of order {} needs an operator: at {} it was answered {}, which nobody expected. It stays as"
                        + " it is until somebody looks into it.",
                purchase.id(),
                purchase.order().id(),
                purchase.step(),
                what);
        return purchase.stuck();
    }

    private Instant nextTry(Purchase purchase) {
        return clock.instant().plus(settings.pauseAfter(purchase.patience().tries()));
    }
}
