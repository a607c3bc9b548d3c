package io.tiktoken.order.order;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.order.cart.ProductId;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;

/** So many of one product, at the price and under the name it had when the order was placed. */
public record OrderLine(
        ProductId productId,
        String name,

        @Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "unit_price_")
        Money unitPrice,

        int quantity) {

    public OrderLine {
        if (!unitPrice.isPositive() || quantity < 1) {
            throw new IllegalArgumentException("Nobody can order %d at %s".formatted(quantity, unitPrice));
        }
    }

    public Money total() {
        return unitPrice.times(quantity);
    }
}
