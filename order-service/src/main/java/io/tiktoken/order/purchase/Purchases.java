package io.tiktoken.order.purchase;

import io.tiktoken.defaults.database.GuardedUpdate;
import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.runtime.Ids;
import io.tiktoken.order.order.Order;
import io.tiktoken.order.order.OrderId;
import io.tiktoken.order.order.OrderStatus;
import io.tiktoken.order.order.Orders;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All purchases. What a purchase's step means to its order is stored together with the step. */
@Component
class Purchases implements PurchaseSaga.Journal {

    private static final Logger log = LoggerFactory.getLogger(Purchases.class);

    private final PurchaseRows rows;
    private final Orders orders;
    private final SingleWriter writer;
    private final PurchasePace pace;
    private final PurchaseSettings settings;
    private final Ids ids;
    private final Clock clock;

    Purchases(
            PurchaseRows rows,
            Orders orders,
            SingleWriter writer,
            PurchasePace pace,
            PurchaseSettings settings,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.orders = orders;
        this.writer = writer;
        this.pace = pace;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** A new attempt, and already leased to whoever begins it. Runs inside a write. */
    Purchase begin(Order order, Approval approval) {
        var processing = orders.become(order, OrderStatus.PROCESSING, null);
        var purchase =
                Purchase.begin(new PurchaseId(ids.next()), processing, approval, clock.instant(), pace.leaseFromNow());
        rows.insert(purchase);
        return purchase;
    }

    @Transactional(readOnly = true)
    public Purchase get(PurchaseId id) {
        return rows.find(id).flatMap(this::withOrder).orElseThrow(() -> new IllegalStateException("No purchase " + id));
    }

    /** The attempt that is paying the order or has paid it: there is exactly one, unless it awaits payment. */
    Purchase standingFor(OrderId order) {
        return rows.findUnrefused(order)
                .flatMap(this::withOrder)
                .orElseThrow(() -> new IllegalStateException("Nothing is paying order " + order));
    }

    /** Unfinished purchases that nobody is working on, or that whoever was has left behind. */
    @Transactional(readOnly = true)
    public List<PurchaseId> due() {
        var now = clock.instant();
        return rows.due(now, now.plus(settings.longestWait()), settings.recoveryBatch());
    }

    /** Takes over a purchase that is still due; empty if somebody else was faster. */
    Optional<Purchase> claim(PurchaseId id) {
        return writer.write(() -> {
            var purchase = get(id);
            return isDue(purchase) ? store(purchase.leased(pace.leaseFromNow())) : Optional.empty();
        });
    }

    private boolean isDue(Purchase purchase) {
        var now = clock.instant();
        var dueAt = purchase.patience().dueAt();
        return !purchase.step().isFinal() && (!dueAt.isAfter(now) || dueAt.isAfter(now.plus(settings.longestWait())));
    }

    @Override
    public Optional<Purchase> store(Purchase purchase) {
        return writer.write(() -> switch (GuardedUpdate.of(rows.update(purchase))) {
            case STALE -> {
                log.info("Purchase {} was carried on by somebody else meanwhile; it is left to them", purchase.id());
                yield Optional.<Purchase>empty();
            }
            case CHANGED -> Optional.of(purchase.stored(orderAfter(purchase)));
        });
    }

    @Transactional(readOnly = true)
    public int countUnfinished() {
        return rows.countUnfinished();
    }

    @Transactional(readOnly = true)
    public int countParked() {
        return rows.countParked();
    }

    private Optional<Purchase> withOrder(PurchaseRows.Row row) {
        return orders.find(row.orderId()).map(row::of);
    }

    private Order orderAfter(Purchase purchase) {
        var order = purchase.order();
        return switch (purchase.step()) {
            case PAID -> orders.become(order, OrderStatus.PAID, null);
            case REFUSED ->
                orders.become(
                        order,
                        OrderStatus.AWAITING_PAYMENT,
                        purchase.whyRefused().code());
            case STARTED,
                    STOCK_RESERVED,
                    DECIDED,
                    FUNDS_COMMITTED,
                    UNDOING_FUNDS,
                    REFUNDING_FUNDS,
                    UNDOING_STOCK,
                    RETURNING_STOCK,
                    NEEDS_OPERATOR -> order;
        };
    }
}
