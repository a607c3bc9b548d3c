package io.tiktoken.auth.administration.web;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import io.tiktoken.auth.administration.Outcome;
import io.tiktoken.auth.administration.Refusal;
import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.defaults.problem.ProblemException;
import java.net.URI;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;

/** Says over HTTP what became of an administrator's action. */
public final class Answers {

    private Answers() {}

    public static <T> ResponseEntity<?> answer(Outcome<T> outcome, Function<T, ResponseEntity<?>> whenDone) {
        return switch (outcome) {
            case Outcome.Done<T>(var result) -> whenDone.apply(result);
            case Outcome.Awaiting<T>(var decision) ->
                ResponseEntity.accepted()
                        .location(URI.create("/api/admin/decisions/" + decision.id()))
                        .body(DecisionView.of(decision));
            case Outcome.Unknown<T>() -> throw ProblemException.notFound("There is nothing with this id");
            case Outcome.Refused<T>(var why) -> problem(why).response();
        };
    }

    private static Problem problem(Refusal why) {
        return switch (why) {
            case NO_LONGER_ABLE ->
                Problem.of(
                        FORBIDDEN, "forbidden", "You are no longer an administrator; log in again to see what you are");
            case CANNOT_SUSPEND_YOURSELF ->
                Problem.of(UNPROCESSABLE_CONTENT, "cannot_suspend_yourself", "Nobody can suspend themselves");
            case NOT_FOR_YOURSELF ->
                Problem.of(
                        UNPROCESSABLE_CONTENT,
                        "not_for_yourself",
                        "Nobody can check their own identity; another administrator can do this for you");
            case LAST_ADMINISTRATOR ->
                Problem.of(
                        CONFLICT,
                        "last_administrator",
                        "There would be no administrator with a second factor left; let somebody else become one first");
            case TOTP_NOT_ENABLED ->
                Problem.of(CONFLICT, "totp_not_enabled", "This person has no authenticator to remove");
            case NEEDS_ANOTHER_ADMINISTRATOR ->
                Problem.of(
                        FORBIDDEN,
                        "needs_another_administrator",
                        "Another administrator has to confirm what you asked for, and what is about you");
            case REQUESTER_NO_LONGER_ABLE ->
                Problem.of(
                        CONFLICT,
                        "requester_no_longer_able",
                        "Whoever asked for this is no longer an administrator; ask for it anew if it is still needed");
            case NO_LONGER_OPEN ->
                Problem.of(
                        CONFLICT,
                        "no_longer_open",
                        "This was decided or has run out; ask for it anew if it is still needed");
        };
    }
}
