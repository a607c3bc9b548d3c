package io.tiktoken.order.cart;

import io.tiktoken.defaults.money.Currency;
import io.tiktoken.defaults.money.Money;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A cart with what it would cost today. */
public record PricedCart(List<Line> lines) {

    /**
     * One product in the cart.
     *
     * @param product null when it is no longer sold
     */
    public record Line(CartItem item, @Nullable Product product) {

        public Money unitPrice() {
            return product == null ? Money.zero(Currency.TTK) : product.price();
        }

        public Money total() {
            return unitPrice().times(item.quantity());
        }
    }

    static PricedCart of(List<CartItem> items, Map<ProductId, Product> products) {
        return new PricedCart(items.stream()
                .map(item -> new Line(item, products.get(item.productId())))
                .toList());
    }

    public Money total() {
        return lines.stream().map(Line::total).reduce(Money.zero(Currency.TTK), Money::plus);
    }
}
