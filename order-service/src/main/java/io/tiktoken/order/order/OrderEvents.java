package io.tiktoken.order.order;

import io.tiktoken.defaults.runtime.Ids;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to every order; there is nothing to change or to delete. */
@Repository
class OrderEvents {

    private final JdbcClient jdbc;
    private final Ids ids;

    OrderEvents(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** Records the status that the order has come to. */
    void append(Order order, @Nullable String reason) {
        jdbc.sql("INSERT INTO order_events (id, order_id, sequence, status, reason, at) VALUES (?, ?, ?, ?, ?, ?)")
                .param(ids.next().toString())
                .param(order.id().toString())
                .param(order.version())
                .param(order.status().name())
                .param(reason)
                .param(order.changedAt().toEpochMilli())
                .update();
    }

    List<OrderEvent> of(OrderId order) {
        return jdbc.sql("SELECT status, at, reason FROM order_events WHERE order_id = ? ORDER BY sequence")
                .param(order.toString())
                .query((row, _) -> new OrderEvent(
                        OrderStatus.valueOf(row.getString("status")),
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getString("reason")))
                .list();
    }
}
