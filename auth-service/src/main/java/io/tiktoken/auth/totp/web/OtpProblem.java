package io.tiktoken.auth.totp.web;

import io.tiktoken.auth.totp.OtpRefusal;
import io.tiktoken.auth.user.Turns;
import io.tiktoken.defaults.problem.Problem;
import org.springframework.http.HttpStatus;

/** What a client is told when the second factor is missing or was not believed: the same words wherever it is asked for. */
public final class OtpProblem {

    private OtpProblem() {}

    /**
     * The problem behind the refusal.
     *
     * @param status what a missing or wrong code is answered with: 401 at log-in, 403 to who is logged in
     */
    public static Problem of(HttpStatus status, OtpRefusal refusal) {
        return switch (refusal) {
            case OtpRefusal.Required() ->
                Problem.of(status, "otp_required", "Enter the code that your authenticator shows");
            case OtpRefusal.Incorrect(var attemptsLeft) ->
                Problem.of(status, "otp_incorrect", "This code is wrong, or it was used already")
                        .with("attemptsLeft", attemptsLeft);
            case OtpRefusal.Locked() ->
                Problem.of(
                        HttpStatus.LOCKED,
                        "otp_locked",
                        "The code was wrong too often. Enter one of your recovery codes in its place");
            case OtpRefusal.TooEarly() ->
                Problem.of(
                                HttpStatus.TOO_MANY_REQUESTS,
                                "too_many_requests",
                                "Another code of yours is being checked; please try again in a moment")
                        .retryAfterSeconds(Turns.COME_AGAIN.toSeconds());
            case OtpRefusal.TooManyRecoveryCodes(var retryAfter) ->
                Problem.of(
                                HttpStatus.TOO_MANY_REQUESTS,
                                "too_many_requests",
                                "There were too many wrong recovery codes; please try again later")
                        .retryAfterSeconds(retryAfter.plusMillis(999).toSeconds());
        };
    }
}
