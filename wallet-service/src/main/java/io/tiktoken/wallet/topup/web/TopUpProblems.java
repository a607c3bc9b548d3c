package io.tiktoken.wallet.topup.web;

import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.wallet.topup.Failure;
import io.tiktoken.wallet.topup.TopUp;
import org.springframework.http.HttpStatus;

/** Says why a top-up brought no money. */
final class TopUpProblems {

    private TopUpProblems() {}

    static Problem of(TopUp topUp, Failure failure) {
        var problem = Problem.of(status(failure.reason()), failure.reason().code(), sentence(failure.reason()))
                .with("topUpId", topUp.id());
        return failure.declineCode() == null ? problem : problem.with("declineCode", failure.declineCode());
    }

    private static HttpStatus status(Failure.Reason reason) {
        return switch (reason) {
            case CARD_DECLINED -> HttpStatus.PAYMENT_REQUIRED;
            case WALLET_FROZEN -> HttpStatus.FORBIDDEN;
            case PAYMENT_METHOD_UNKNOWN, LIMIT_EXCEEDED, QUOTE_MISMATCH -> HttpStatus.UNPROCESSABLE_CONTENT;
            case QUOTE_NOT_FOUND -> HttpStatus.NOT_FOUND;
            case QUOTE_REDEEMED -> HttpStatus.CONFLICT;
            case QUOTE_EXPIRED -> HttpStatus.GONE;
        };
    }

    private static String sentence(Failure.Reason reason) {
        return switch (reason) {
            case CARD_DECLINED -> "The card's bank declined the charge; nothing was taken";
            case PAYMENT_METHOD_UNKNOWN -> "The card processor knows no such payment method; nothing was taken";
            case LIMIT_EXCEEDED -> "The wallet may not hold so much; nothing was taken";
            case WALLET_FROZEN -> "Your wallet is frozen and can take nothing; nothing was taken";
            case QUOTE_NOT_FOUND -> "You have no such quote; nothing was taken";
            case QUOTE_REDEEMED -> "The quote was used for another top-up; nothing was taken";
            case QUOTE_EXPIRED -> "The quote has expired; ask for a new one. Nothing was taken";
            case QUOTE_MISMATCH -> "The quote is for another amount; nothing was taken";
        };
    }
}
