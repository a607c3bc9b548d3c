package io.tiktoken.order.cart;

import java.util.Collection;
import java.util.Map;

/** The catalogue of products, as far as carts and orders need it. */
public interface Catalog {

    /** What is on sale of these; products that do not exist are simply absent. */
    Findings find(Collection<ProductId> products);

    /** What the catalogue says. */
    sealed interface Findings {
        /**
         * What exists and is on sale.
         *
         * @param products by their ids
         */
        record Found(Map<ProductId, Product> products) implements Findings {}

        /** It gave no answer that can be relied on; nothing is known about any product. */
        record Unavailable() implements Findings {}
    }
}
