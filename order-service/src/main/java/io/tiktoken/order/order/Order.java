package io.tiktoken.order.order;

import io.tiktoken.defaults.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a customer agreed to buy from a merchant: products and prices as they were when it was placed,
 * payable until its prices expire. Only its status ever changes.
 *
 * @param changedAt since when it has this status
 * @param version counts its changes, which are also its events
 */
public record Order(
        OrderId id,
        UUID customerId,
        Merchant merchant,
        List<OrderLine> lines,
        Instant createdAt,
        Instant expiresAt,
        OrderStatus status,
        Instant changedAt,
        int version) {

    public Order {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("Order %s would be for nothing".formatted(id));
        }
    }

    static Order placed(
            OrderId id, UUID customerId, Merchant merchant, List<OrderLine> lines, Instant now, Instant expiresAt) {
        return new Order(id, customerId, merchant, lines, now, expiresAt, OrderStatus.AWAITING_PAYMENT, now, 0);
    }

    public Money total() {
        return lines.stream().map(OrderLine::total).reduce(Money::plus).orElseThrow();
    }

    /** The order as it is to be judged at this time: unpaid and past its prices' end, it has expired, marked or not. */
    public Order asOf(Instant now) {
        var lapsed = status == OrderStatus.AWAITING_PAYMENT && !now.isBefore(expiresAt);
        return lapsed ? become(OrderStatus.EXPIRED, expiresAt.isAfter(changedAt) ? expiresAt : changedAt) : this;
    }

    Order become(OrderStatus next, Instant now) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException("Order %s is %s and cannot become %s".formatted(id, status, next));
        }
        return new Order(id, customerId, merchant, lines, createdAt, expiresAt, next, now, version + 1);
    }
}
