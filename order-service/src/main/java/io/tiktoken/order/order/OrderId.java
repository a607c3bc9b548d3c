package io.tiktoken.order.order;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** So that no one passes a customer's or a purchase's id where an order's belongs. */
public record OrderId(UUID value) {

    public OrderId {
        requireNonNull(value, "order id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
