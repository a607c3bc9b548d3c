package io.tiktoken.order.cart.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.order.cart.PricedCart;
import java.util.List;
import java.util.UUID;

/** What a customer sees of their cart. */
record CartView(List<Item> items, Money total) {

    /**
     * One product in the cart.
     *
     * @param available how many can be bought just now; 0 when the product is no longer sold
     */
    record Item(
            UUID productId,
            @Schema(example = "Lipstick") String name,
            Money unitPrice,
            int quantity,
            Money total,
            int available) {

        static Item of(PricedCart.Line line) {
            var product = line.product();
            return new Item(
                    line.item().productId(),
                    product == null ? "No longer sold" : product.name(),
                    line.unitPrice(),
                    line.item().quantity(),
                    line.total(),
                    product == null ? 0 : product.available());
        }
    }

    static CartView of(PricedCart cart) {
        return new CartView(cart.lines().stream().map(Item::of).toList(), cart.total());
    }
}
