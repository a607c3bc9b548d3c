package io.tiktoken.order.purchase.web;

import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.order.purchase.Refusal;
import org.springframework.http.HttpStatus;

/** How a customer is told why a payment was refused; by then nothing is reserved any more. */
final class PaymentProblems {

    private PaymentProblems() {}

    static Problem of(Refusal why) {
        return Problem.of(statusOf(why), why.code(), sentenceFor(why));
    }

    private static HttpStatus statusOf(Refusal why) {
        return switch (why) {
            case OUT_OF_STOCK, PAYEE_FROZEN, PAYMENT_TIMED_OUT, RESERVATION_EXPIRED -> HttpStatus.CONFLICT;
            case INSUFFICIENT_FUNDS -> HttpStatus.PAYMENT_REQUIRED;
            case LIMIT_EXCEEDED -> HttpStatus.UNPROCESSABLE_CONTENT;
            case WALLET_FROZEN, APPROVAL_INVALID, APPROVAL_EXPIRED, APPROVAL_USED -> HttpStatus.FORBIDDEN;
        };
    }

    private static String sentenceFor(Refusal why) {
        return switch (why) {
            case OUT_OF_STOCK -> "There is not enough left of something in this order. Nothing was paid.";
            case INSUFFICIENT_FUNDS -> "There is not enough money in the wallet. Nothing was paid.";
            case LIMIT_EXCEEDED -> "This payment would exceed one of the wallet's limits. Nothing was paid.";
            case WALLET_FROZEN ->
                "Your wallet is frozen and can pay nothing; the shop can tell you more. Nothing was paid.";
            case PAYEE_FROZEN -> "The merchant cannot take payments at the moment. Nothing was paid.";
            case APPROVAL_INVALID -> "The approval is not for this payment. Enter the PIN again.";
            case APPROVAL_EXPIRED -> "The approval is too old. Enter the PIN again.";
            case APPROVAL_USED -> "The approval was used before. Enter the PIN again.";
            case PAYMENT_TIMED_OUT -> "The shop could not complete this payment in time. Nothing was paid; try again.";
            case RESERVATION_EXPIRED -> "This payment took too long and was undone. Nothing was paid; try again.";
        };
    }
}
