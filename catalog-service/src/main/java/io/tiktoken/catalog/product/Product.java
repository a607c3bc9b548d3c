package io.tiktoken.catalog.product;

import io.tiktoken.defaults.money.Money;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;

/**
 * Something that the shop sells.
 *
 * @param description one sentence for somebody who decides whether to buy it
 * @param featured whether it stands in the shop window
 */
public record Product(
        ProductId id,
        String name,
        String description,
        Category category,

        @Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "price_")
        Money price,

        boolean featured) {

    public Product {
        if (name.isBlank() || description.isBlank()) {
            throw new IllegalArgumentException("Product %s needs a name and a description".formatted(id));
        }
        if (!price.isPositive()) {
            throw new IllegalArgumentException("Product %s cannot cost %s".formatted(id, price));
        }
    }

    public Product inTheWindow() {
        return new Product(id, name, description, category, price, true);
    }
}
