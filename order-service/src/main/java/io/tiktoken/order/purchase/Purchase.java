package io.tiktoken.order.purchase;

import static java.util.Objects.requireNonNull;

import io.tiktoken.order.order.Order;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to pay an order. Every change makes a new value, which counts only once it is stored.
 *
 * @param order what is bought; its lines, total and parties never change
 * @param version rises with every change that is stored: of two who hold the same version, one can store the next
 */
public record Purchase(
        PurchaseId id, Order order, Instant startedAt, Position position, Patience patience, long version) {

    static Purchase begin(PurchaseId id, Order order, Approval approval, Instant now, Instant leasedUntil) {
        return new Purchase(id, order, now, Position.beginning(approval), Patience.fresh(leasedUntil), 0);
    }

    public Step step() {
        return position.step();
    }

    public @Nullable Approval approval() {
        return position.approval();
    }

    /** Only for a purchase that is undone. */
    Refusal whyRefused() {
        return requireNonNull(position.refusal(), "why it was refused");
    }

    Purchase at(Step next, Instant leasedUntil) {
        return with(position.at(next), Patience.fresh(leasedUntil));
    }

    Purchase undoing(Refusal why, Step next, Instant leasedUntil) {
        return with(position.undoing(why, next), Patience.fresh(leasedUntil));
    }

    Purchase unanswered(Instant nextTry) {
        return with(position, patience.unanswered(nextTry));
    }

    Purchase surprised(Instant nextTry) {
        return with(position, patience.surprised(nextTry));
    }

    Purchase stuck() {
        return with(position.stuck(), patience);
    }

    /** Taken over by somebody who carries it on. */
    Purchase leased(Instant until) {
        return with(position, new Patience(patience.silences(), patience.surprises(), until));
    }

    Purchase stored(Order orderNow) {
        return new Purchase(id, orderNow, startedAt, position, patience, version + 1);
    }

    private Purchase with(Position newPosition, Patience newPatience) {
        return new Purchase(id, order, startedAt, newPosition, newPatience, version);
    }
}
