package io.tiktoken.order.order.web;

import io.tiktoken.defaults.problem.Problem;
import org.springframework.http.HttpStatus;

/** What a customer is told when an order's status does not allow what they want. */
public final class OrderProblems {

    private OrderProblems() {}

    public static Problem notFound() {
        return Problem.of(HttpStatus.NOT_FOUND, "not_found", "There is no such order");
    }

    public static Problem expired() {
        return conflict("order_expired", "Nobody paid this order in time, so its prices no longer hold; order again");
    }

    public static Problem cancelled() {
        return conflict("order_cancelled", "This order was cancelled");
    }

    static Problem paymentInProgress() {
        return conflict("payment_in_progress", "This order is being paid just now; look at it again in a moment");
    }

    static Problem alreadyPaid() {
        return conflict("order_paid", "This order has been paid, so it can no longer be cancelled");
    }

    private static Problem conflict(String code, String sentence) {
        return Problem.of(HttpStatus.CONFLICT, code, sentence);
    }
}
