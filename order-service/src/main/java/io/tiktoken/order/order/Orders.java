package io.tiktoken.order.order;

import io.tiktoken.defaults.database.GuardedUpdate;
import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.defaults.runtime.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All orders. Each change of one is stored together with its event. */
@Component
public class Orders {

    private final OrderRows rows;
    private final OrderEvents events;
    private final Ids ids;
    private final Clock clock;

    Orders(OrderRows rows, OrderEvents events, Ids ids, Clock clock) {
        this.rows = rows;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    void add(Order order) {
        rows.insert(order);
        append(order, null);
    }

    public Optional<Order> find(OrderId id) {
        return OrderRows.fold(rows.find(id)).stream().findFirst();
    }

    /** Whoever asks for an order that is not theirs learns nothing about it. */
    public Optional<Order> findOf(UUID customer, OrderId id) {
        return find(id).filter(order -> order.customerId().equals(customer));
    }

    List<Order> page(UUID customer, PageQuery query) {
        return OrderRows.fold(rows.page(customer, query.before(), query.rowsToRead()));
    }

    @Transactional(readOnly = true)
    List<Order> overdue(Instant now, int most) {
        return OrderRows.fold(rows.overdue(now, most));
    }

    /**
     * Moves an order on, as it was when it was read. Runs inside a write.
     *
     * @throws IllegalStateException if the order's status does not allow it, or if it has changed meanwhile
     */
    public Order become(Order order, OrderStatus next, @Nullable String reason) {
        var changed = order.become(next, clock.instant());
        GuardedUpdate.of(rows.update(order.id(), order.version(), changed.status(), changed.changedAt()))
                .orElseThrow(
                        () -> new IllegalStateException("Order %s is no longer %s in version %d, so it cannot become %s"
                                .formatted(order.id(), order.status(), order.version(), next)));
        append(changed, reason);
        return changed;
    }

    private void append(Order order, @Nullable String reason) {
        events.append(ids.next(), order.id(), order.version(), order.status(), order.changedAt(), reason);
    }
}
