package io.tiktoken.wallet.adjustment.web;

import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.defaults.problem.ProblemException;
import io.tiktoken.wallet.adjustment.Adjustment;
import io.tiktoken.wallet.adjustment.Outcome;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Says over HTTP what became of an adjustment. */
final class AdjustmentAnswers {

    private AdjustmentAnswers() {}

    static ResponseEntity<?> of(Outcome outcome, Function<Adjustment, ResponseEntity<?>> whenDone) {
        return switch (outcome) {
            case Outcome.Done(var adjustment) -> whenDone.apply(adjustment);
            case Outcome.Unknown() -> throw unknown();
            case Outcome.InsufficientFunds() ->
                problem(
                        HttpStatus.PAYMENT_REQUIRED,
                        "insufficient_funds",
                        "There is not so much available in this wallet; nothing was booked");
            case Outcome.TooMuch(var most) ->
                Problem.of(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "limit_exceeded",
                                "One adjustment is at most %s, in or out".formatted(most))
                        .with("most", most)
                        .response();
            case Outcome.UnknownTransaction() ->
                problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "transaction_not_found",
                        "This wallet has no such transaction to correct");
            case Outcome.NoLongerOpen(var state) ->
                Problem.of(
                                HttpStatus.CONFLICT,
                                "no_longer_open",
                                "This was decided or has run out; ask for it anew if it is still needed")
                        .with("state", state)
                        .response();
            case Outcome.NeedsAnotherAdministrator() ->
                problem(
                        HttpStatus.FORBIDDEN,
                        "needs_another_administrator",
                        "Another administrator has to confirm what you asked for, and what is about your own wallet");
            case Outcome.RequesterNoLongerAble() ->
                problem(
                        HttpStatus.CONFLICT,
                        "requester_no_longer_able",
                        "Whoever asked for this is no longer an administrator; ask for it anew if it is still needed");
            case Outcome.NoLongerAble() ->
                problem(
                        HttpStatus.FORBIDDEN,
                        "forbidden",
                        "You are no longer an administrator; log in again to see what you are");
            case Outcome.NoAnswer() ->
                Problem.of(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "temporarily_unavailable",
                                "How many administrators there are cannot be found out just now. Nothing was changed; please try again")
                        .retryAfterSeconds(5)
                        .response();
        };
    }

    static ProblemException unknown() {
        return ProblemException.notFound("There is no such adjustment");
    }

    private static ResponseEntity<?> problem(HttpStatus status, String code, String sentence) {
        return Problem.of(status, code, sentence).response();
    }
}
