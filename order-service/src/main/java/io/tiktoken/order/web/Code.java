package io.tiktoken.order.web;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.PAYMENT_REQUIRED;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import io.tiktoken.defaults.problem.ProblemCode;
import org.springframework.http.HttpStatus;

/** Every refusal of this service. */
public enum Code implements ProblemCode {
    NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such order"),

    CART_EMPTY(UNPROCESSABLE_CONTENT, "There is nothing in the cart to order"),
    CART_FULL(UNPROCESSABLE_CONTENT, "A cart holds at most %s different products"),
    CART_CHANGED(CONFLICT, "The cart was changed while it was ordered; look at it and order again"),
    PRODUCT_UNKNOWN(UNPROCESSABLE_CONTENT, "There is no such product in the catalogue"),
    CATALOG_UNAVAILABLE(
            SERVICE_UNAVAILABLE, "The catalogue does not answer just now. Nothing was changed; please try again."),

    ORDER_EXPIRED(CONFLICT, "Nobody paid this order in time, so its prices no longer hold; order again"),
    ORDER_CANCELLED(CONFLICT, "This order was cancelled"),
    ORDER_PAID(CONFLICT, "This order has been paid, so it can no longer be cancelled"),
    PAYMENT_IN_PROGRESS(CONFLICT, "This order is being paid just now; look at it again in a moment"),

    // Why a payment was refused; by then nothing is reserved any more.
    OUT_OF_STOCK(CONFLICT, "There is not enough left of %s. Nothing was paid."),
    INSUFFICIENT_FUNDS(PAYMENT_REQUIRED, "There is not enough money in the wallet. Nothing was paid."),
    LIMIT_EXCEEDED(UNPROCESSABLE_CONTENT, "This payment would exceed one of the wallet's limits. Nothing was paid."),
    WALLET_FROZEN(
            FORBIDDEN, "Your wallet is frozen and can pay nothing; the shop can tell you more. Nothing was paid."),
    PAYEE_FROZEN(CONFLICT, "The merchant cannot take payments at the moment. Nothing was paid."),
    APPROVAL_INVALID(FORBIDDEN, "The approval is not for this payment. Enter the PIN again."),
    APPROVAL_EXPIRED(FORBIDDEN, "The approval is too old. Enter the PIN again."),
    APPROVAL_USED(FORBIDDEN, "The approval was used before. Enter the PIN again."),
    PAYMENT_TIMED_OUT(CONFLICT, "The shop could not complete this payment in time. Nothing was paid; try again."),
    RESERVATION_EXPIRED(CONFLICT, "This payment took too long and was undone. Nothing was paid; try again.");

    private final HttpStatus status;
    private final String sentence;

    Code(HttpStatus status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    @Override
    public HttpStatus status() {
        return status;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
