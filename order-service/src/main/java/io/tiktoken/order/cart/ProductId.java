package io.tiktoken.order.cart;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** So that no one passes a customer's id where a product's belongs. */
public record ProductId(UUID value) {

    public ProductId {
        requireNonNull(value, "product id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
