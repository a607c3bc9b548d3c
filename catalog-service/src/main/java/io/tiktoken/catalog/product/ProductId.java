package io.tiktoken.catalog.product;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.UUID;

/** Names one product. */
public record ProductId(UUID value) implements Comparable<ProductId> {

    public ProductId {
        requireNonNull(value, "product id");
    }

    public static ProductId of(String text) {
        return new ProductId(UUID.fromString(text));
    }

    /** As text, which is how the database sorts them; {@link UUID} itself compares signed numbers. */
    @Override
    public int compareTo(ProductId other) {
        return Comparator.<String>naturalOrder().compare(toString(), other.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
