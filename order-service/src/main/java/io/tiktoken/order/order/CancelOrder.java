package io.tiktoken.order.order;

import io.tiktoken.defaults.database.SingleWriter;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Takes an order back that nobody has paid for. */
@Service
public class CancelOrder {

    private final Orders orders;
    private final SingleWriter writer;
    private final Clock clock;

    /** What may come of it. */
    public sealed interface Outcome {
        /** Now or already before. */
        record Cancelled(Order order) implements Outcome {}

        record NotFound() implements Outcome {}

        record PaymentInProgress() implements Outcome {}

        record AlreadyPaid() implements Outcome {}

        record Expired() implements Outcome {}
    }

    CancelOrder(Orders orders, SingleWriter writer, Clock clock) {
        this.orders = orders;
        this.writer = writer;
        this.clock = clock;
    }

    public Outcome cancel(UUID customer, OrderId id) {
        return writer.write(() -> orders.findOf(customer, id)
                .map(order -> cancel(order.asOf(clock.instant())))
                .orElseGet(Outcome.NotFound::new));
    }

    private Outcome cancel(Order order) {
        return switch (order.status()) {
            case AWAITING_PAYMENT -> new Outcome.Cancelled(orders.become(order, OrderStatus.CANCELLED, null));
            case CANCELLED -> new Outcome.Cancelled(order);
            case PROCESSING -> new Outcome.PaymentInProgress();
            case PAID, PACKED, SHIPPED, DELIVERED, REFUNDED -> new Outcome.AlreadyPaid();
            case EXPIRED -> new Outcome.Expired();
        };
    }
}
