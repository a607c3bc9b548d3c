package io.tiktoken.catalog.product.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tiktoken.catalog.product.Offer;
import io.tiktoken.defaults.money.Money;
import java.util.UUID;

/** What anyone may see of a product. */
record ProductView(
        UUID id,
        @Schema(example = "Lipstick") String name,
        @Schema(example = "A warm red that stays on.") String description,
        @Schema(example = "beauty") String category,
        Money price,
        int available,
        boolean featured,

        @Schema(example = "/api/products/019e0c2f-6f8a-7c31-9d52-0f6f3f0f7a11/image")
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
