package io.tiktoken.order.order;

import io.tiktoken.defaults.database.GuardedUpdate;
import io.tiktoken.defaults.paging.PageQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All orders. Each change of one is stored together with its event. */
@Repository
public class Orders {

    private final JdbcClient jdbc;
    private final OrderRows rows;
    private final OrderEvents events;
    private final Clock clock;

    Orders(JdbcClient jdbc, OrderRows rows, OrderEvents events, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    void add(Order order) {
        rows.insert(order);
        events.append(order, null);
    }

    public Optional<Order> find(OrderId id) {
        return rows.read("WHERE id = ?", id.toString()).stream().findFirst();
    }

    /** Whoever asks for an order that is not theirs learns nothing about it. */
    public Optional<Order> findOf(UUID customer, OrderId id) {
        return find(id).filter(order -> order.customerId().equals(customer));
    }

    List<Order> page(UUID customer, PageQuery query) {
        var before = query.before() == null ? "g" : query.before().toString(); // "g" sorts after every UUID.
        return rows.read(
                "WHERE customer_id = ? AND id < ? ORDER BY id DESC LIMIT ?",
                customer.toString(),
                before,
                query.rowsToRead());
    }

    @Transactional(readOnly = true)
    List<Order> overdue(Instant now, int most) {
        return rows.read(
                "WHERE status = 'AWAITING_PAYMENT' AND expires_at <= ? ORDER BY expires_at LIMIT ?",
                now.toEpochMilli(),
                most);
    }

    /**
     * Moves an order on, as it was when it was read. Runs inside a write.
     *
     * @throws IllegalStateException if the order's status does not allow it, or if it has changed meanwhile
     */
    public Order become(Order order, OrderStatus next, @Nullable String reason) {
        var changed = order.become(next, clock.instant());
        var updated = jdbc.sql("UPDATE orders SET status = ?, changed_at = ?, version = ? WHERE id = ? AND version = ?")
                .param(changed.status().name())
                .param(changed.changedAt().toEpochMilli())
                .param(changed.version())
                .param(order.id().toString())
                .param(order.version())
                .update();
        GuardedUpdate.of(updated)
                .orElseThrow(
                        () -> new IllegalStateException("Order %s is no longer %s in version %d, so it cannot become %s"
                                .formatted(order.id(), order.status(), order.version(), next)));
        events.append(changed, reason);
        return changed;
    }
}
