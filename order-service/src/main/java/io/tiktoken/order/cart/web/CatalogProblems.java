package io.tiktoken.order.cart.web;

import io.tiktoken.defaults.problem.Problem;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** What a customer is told when the catalogue cannot help. */
public final class CatalogProblems {

    /** Long enough for a circuit breaker to try again. */
    private static final int RETRY_AFTER_SECONDS = 5;

    private CatalogProblems() {}

    public static Problem unavailable() {
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "catalog_unavailable",
                        "The catalogue does not answer just now. Nothing was changed; please try again.")
                .retryAfterSeconds(RETRY_AFTER_SECONDS);
    }

    public static Problem unknown(UUID product) {
        return Problem.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "product_unknown",
                        "There is no such product in the catalogue")
                .with("productId", product);
    }
}
