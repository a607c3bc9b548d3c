package io.tiktoken.order.order;

import io.tiktoken.defaults.money.Money;
import java.util.UUID;

/** So many of one product, at the price and under the name it had when the order was placed. */
public record OrderLine(UUID productId, String name, Money unitPrice, int quantity) {

    public OrderLine {
        if (!unitPrice.isPositive() || quantity < 1) {
            throw new IllegalArgumentException("Nobody can order %d at %s".formatted(quantity, unitPrice));
        }
    }

    public Money total() {
        return unitPrice.times(quantity);
    }
}
