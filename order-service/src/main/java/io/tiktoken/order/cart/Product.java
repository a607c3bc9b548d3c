package io.tiktoken.order.cart;

import io.tiktoken.defaults.money.Currency;
import io.tiktoken.defaults.money.Money;

/**
 * What the catalogue says about a product today. Nothing is free, and everything is sold in TikTokens.
 *
 * @param available how many can be bought just now
 */
public record Product(ProductId id, String name, Money price, int available) {

    public Product {
        if (!price.isPositive() || !price.currency().equals(Currency.TTK)) {
            throw new IllegalArgumentException("Product %s would cost %s".formatted(id, price));
        }
    }
}
