package io.tiktoken.order.cart.web;

import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.order.cart.ProductId;
import io.tiktoken.order.web.Code;

/** What a customer is told when the catalogue cannot help. */
public final class CatalogProblems {

    /** Long enough for a circuit breaker to try again. */
    private static final int RETRY_AFTER_SECONDS = 5;

    private CatalogProblems() {}

    public static Problem unavailable() {
        return Code.CATALOG_UNAVAILABLE.problem().retryAfterSeconds(RETRY_AFTER_SECONDS);
    }

    public static Problem unknown(ProductId product) {
        return Code.PRODUCT_UNKNOWN.problem().with("productId", product.value());
    }
}
