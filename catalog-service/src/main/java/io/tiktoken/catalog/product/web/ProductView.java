package io.tiktoken.catalog.product.web;

import io.tiktoken.catalog.product.Offer;
import io.tiktoken.defaults.money.Money;
import java.util.UUID;

/** What anyone may see of a product. */
record ProductView(
        UUID id,
        String name,
        String description,
        String category,
        Money price,
        int available,
        boolean featured,
        String imageUrl) {

    static ProductView of(Offer offer) {
        var product = offer.product();
        return new ProductView(
                product.id().value(),
                product.name(),
                product.description(),
                product.category().name(),
                product.price(),
                offer.available(),
                product.featured(),
                "/api/products/%s/image".formatted(product.id()));
    }
}
