package io.tiktoken.order.order;

import java.util.EnumSet;
import java.util.Set;

/** Where an order stands, and what may follow. */
public enum OrderStatus {
    AWAITING_PAYMENT,
    PROCESSING,
    PAID,
    PACKED,
    SHIPPED,
    DELIVERED,
    REFUNDED,
    CANCELLED,
    EXPIRED;

    /** The one table of transitions. */
    private Set<OrderStatus> followers() {
        return switch (this) {
            case AWAITING_PAYMENT -> EnumSet.of(PROCESSING, CANCELLED, EXPIRED);
            case PROCESSING -> EnumSet.of(PAID, AWAITING_PAYMENT);
            case PAID -> EnumSet.of(PACKED, REFUNDED);
            case PACKED -> EnumSet.of(SHIPPED, REFUNDED);
            case SHIPPED -> EnumSet.of(DELIVERED, REFUNDED);
            case DELIVERED -> EnumSet.of(REFUNDED);
            case REFUNDED, CANCELLED, EXPIRED -> EnumSet.noneOf(OrderStatus.class);
        };
    }

    public boolean mayBecome(OrderStatus next) {
        return followers().contains(next);
    }
}
