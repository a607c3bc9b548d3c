package io.tiktoken.order.order;

import io.tiktoken.defaults.paging.Page;
import io.tiktoken.defaults.paging.PageQuery;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A customer's own orders, as they are to be judged now. */
@Service
public class ShowOrders {

    private final Orders orders;
    private final OrderEvents events;
    private final Clock clock;

    ShowOrders(Orders orders, OrderEvents events, Clock clock) {
        this.orders = orders;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Page<Order> page(UUID customer, PageQuery query) {
        var now = clock.instant();
        return Page.of(orders.page(customer, query), query, order -> order.id().value())
                .map(order -> order.asOf(now));
    }

    @Transactional(readOnly = true)
    public Optional<OrderWithTimeline> find(UUID customer, OrderId id) {
        return orders.findOf(customer, id).map(this::withTimeline);
    }

    /** Inside the write that changed the order, it sees what that has written. */
    @Transactional(readOnly = true)
    public OrderWithTimeline withTimeline(Order stored) {
        var order = stored.asOf(clock.instant());
        var past = events.of(order.id());
        return new OrderWithTimeline(order, order.equals(stored) ? past : with(past, order));
    }

    /** Has expired, and will be marked in a moment: the customer need not see the difference. */
    private static List<OrderEvent> with(List<OrderEvent> past, Order expired) {
        return Stream.concat(past.stream(), Stream.of(new OrderEvent(expired.status(), expired.changedAt(), null)))
                .toList();
    }
}
