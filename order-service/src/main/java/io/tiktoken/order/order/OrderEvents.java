package io.tiktoken.order.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** What happened to every order; there is nothing to change or to delete. */
interface OrderEvents extends Repository<OrderEvent, UUID> {

    /** Records the status that the order has come to. */
    @Modifying
    @Query("""
            INSERT INTO order_events (id, order_id, sequence, status, reason, at)
            VALUES (:id, :order, :sequence, :status, :reason, :at)
            """)
    void append(UUID id, OrderId order, int sequence, OrderStatus status, Instant at, @Nullable String reason);

    @Query("SELECT status, at, reason FROM order_events WHERE order_id = :order ORDER BY sequence")
    List<OrderEvent> of(OrderId order);
}
