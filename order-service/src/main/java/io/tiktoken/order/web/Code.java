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
    @Means(status = HttpStatus.NOT_FOUND, sentence = "There is no such order")
    NOT_FOUND,

    @Means(status = UNPROCESSABLE_CONTENT, sentence = "There is nothing in the cart to order")
    CART_EMPTY,
    @Means(status = UNPROCESSABLE_CONTENT, sentence = "A cart holds at most %s different products")
    CART_FULL,
    @Means(status = CONFLICT, sentence = "The cart was changed while it was ordered; look at it and order again")
    CART_CHANGED,
    @Means(status = UNPROCESSABLE_CONTENT, sentence = "There is no such product in the catalogue")
    PRODUCT_UNKNOWN,
    @Means(
            status = SERVICE_UNAVAILABLE,
            sentence = "The catalogue does not answer just now. Nothing was changed; please try again.")
    CATALOG_UNAVAILABLE,

    @Means(status = CONFLICT, sentence = "Nobody paid this order in time, so its prices no longer hold; order again")
    ORDER_EXPIRED,
    @Means(status = CONFLICT, sentence = "This order was cancelled")
    ORDER_CANCELLED,
    @Means(status = CONFLICT, sentence = "This order has been paid, so it can no longer be cancelled")
    ORDER_PAID,
    @Means(status = CONFLICT, sentence = "This order is being paid just now; look at it again in a moment")
    PAYMENT_IN_PROGRESS,

    // Why a payment was refused; by then nothing is reserved any more.
    @Means(status = CONFLICT, sentence = "There is not enough left of %s. Nothing was paid.")
    OUT_OF_STOCK,
    @Means(status = PAYMENT_REQUIRED, sentence = "There is not enough money in the wallet. Nothing was paid.")
    INSUFFICIENT_FUNDS,
    @Means(
            status = UNPROCESSABLE_CONTENT,
            sentence = "This payment would exceed one of the wallet's limits. Nothing was paid.")
    LIMIT_EXCEEDED,
    @Means(
            status = FORBIDDEN,
            sentence = "Your wallet is frozen and can pay nothing; the shop can tell you more. Nothing was paid.")
    WALLET_FROZEN,
    @Means(status = CONFLICT, sentence = "The merchant cannot take payments at the moment. Nothing was paid.")
    PAYEE_FROZEN,
    @Means(status = FORBIDDEN, sentence = "The approval is not for this payment. Enter the PIN again.")
    APPROVAL_INVALID,
    @Means(status = FORBIDDEN, sentence = "The approval is too old. Enter the PIN again.")
    APPROVAL_EXPIRED,
    @Means(status = FORBIDDEN, sentence = "The approval was used before. Enter the PIN again.")
    APPROVAL_USED,
    @Means(
            status = CONFLICT,
            sentence = "The shop could not complete this payment in time. Nothing was paid; try again.")
    PAYMENT_TIMED_OUT,
    @Means(status = CONFLICT, sentence = "This payment took too long and was undone. Nothing was paid; try again.")
    RESERVATION_EXPIRED
}
