package io.tiktoken.catalog.stock;

import io.tiktoken.catalog.product.ProductId;

/** So many of one product. */
public record Line(ProductId productId, int quantity) {

    public Line {
        if (quantity < 1) {
            throw new IllegalArgumentException("Cannot take %d of product %s".formatted(quantity, productId));
        }
    }
}
