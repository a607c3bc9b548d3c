package io.tiktoken.order.purchase;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.idempotency.Idempotency;
import io.tiktoken.defaults.idempotency.IdempotentRequest;
import io.tiktoken.order.order.Order;
import io.tiktoken.order.order.OrderId;
import io.tiktoken.order.order.Orders;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Pays an order with the customer's approval. The order decides what a call means: it begins an attempt
 * only while the order awaits payment, and only there it matters whether the call's key is a repeat.
 */
@Service
public class PayOrder {

    private final Orders orders;
    private final Purchases purchases;
    private final PurchaseWorkers workers;
    private final Idempotency idempotency;
    private final SingleWriter writer;
    private final Clock clock;

    /**
     * One call.
     *
     * @param body what a repeat of the key is compared with
     */
    public record Request(UUID customer, OrderId order, Approval approval, IdempotentRequest key, Object body) {}

    /** What may come of it. */
    public sealed interface Outcome {
        record Paid(boolean replayed) implements Outcome {}

        /** It is not over yet, and carries on by itself. */
        record Processing(boolean replayed) implements Outcome {}

        record Refused(Refusal why, boolean replayed) implements Outcome {}

        record NotFound() implements Outcome {}

        record Expired() implements Outcome {}

        record Cancelled() implements Outcome {}
    }

    /** What the order has for a caller. */
    private sealed interface Entry {
        record Begun(Purchase purchase) implements Entry {}

        record Met(Purchase purchase, boolean replayed) implements Entry {}

        record TurnedAway(Outcome outcome) implements Entry {}
    }

    PayOrder(
            Orders orders,
            Purchases purchases,
            PurchaseWorkers workers,
            Idempotency idempotency,
            SingleWriter writer,
            Clock clock) {
        this.orders = orders;
        this.purchases = purchases;
        this.workers = workers;
        this.idempotency = idempotency;
        this.writer = writer;
        this.clock = clock;
    }

    public Outcome pay(Request request) {
        return switch (writer.write(() -> enter(request))) {
            case Entry.Begun(var purchase) -> outcome(workers.runForAWhile(purchase), false);
            case Entry.Met(var purchase, var replayed) -> outcome(purchase, replayed);
            case Entry.TurnedAway(var outcome) -> outcome;
        };
    }

    private Entry enter(Request request) {
        return orders.findOf(request.customer(), request.order())
                .map(order -> enter(order.asOf(clock.instant()), request))
                .orElseGet(() -> new Entry.TurnedAway(new Outcome.NotFound()));
    }

    private Entry enter(Order order, Request request) {
        return switch (order.status()) {
            case AWAITING_PAYMENT -> attempt(order, request);
            case PROCESSING, PAID, PACKED, SHIPPED, DELIVERED, REFUNDED -> meet(order, request);
            case CANCELLED -> new Entry.TurnedAway(new Outcome.Cancelled());
            case EXPIRED -> new Entry.TurnedAway(new Outcome.Expired());
        };
    }

    private Entry attempt(Order order, Request request) {
        var begun = idempotency.begin(
                request.key(),
                request.body(),
                () -> purchases.begin(order, request.approval()),
                purchase -> purchase.id().value(),
                id -> purchases.get(new PurchaseId(id)));
        var purchase = begun.resource();
        if (!begun.replayed()) {
            return new Entry.Begun(purchase);
        }
        // A refused approval can be put right and sent again; any other refusal is this key's last word.
        return purchase.whyRefused().isAboutTheApproval() ? beginAnew(order, request) : new Entry.Met(purchase, true);
    }

    /** The key moves along, so that its next repeat finds this attempt and not the one whose approval was refused. */
    private Entry beginAnew(Order order, Request request) {
        var purchase = purchases.begin(order, request.approval());
        idempotency.move(request.key(), purchase.id().value());
        return new Entry.Begun(purchase);
    }

    /** Whatever key the call brings, it now belongs to the attempt that is there. */
    private Entry meet(Order order, Request request) {
        var standing = purchases.standingFor(order.id());
        var begun = idempotency.begin(request.key(), request.body(), standing::id, PurchaseId::value, PurchaseId::new);
        return new Entry.Met(standing, begun.replayed());
    }

    private static Outcome outcome(Purchase purchase, boolean replayed) {
        return switch (purchase.step()) {
            case PAID -> new Outcome.Paid(replayed);
            case REFUSED -> new Outcome.Refused(purchase.whyRefused(), replayed);
            default -> new Outcome.Processing(replayed);
        };
    }
}
