package io.tiktoken.auth.user.web;

import io.tiktoken.defaults.problem.Problem;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** What people are told about a password that will not do. */
public final class PasswordProblems {

    private PasswordProblems() {}

    public static Problem incorrect() {
        return Problem.of(HttpStatus.FORBIDDEN, "password_incorrect", "This is not your password");
    }

    public static Problem unchanged() {
        return Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT, "password_unchanged", "This is the password that you have already");
    }

    public static Problem tooCommon() {
        return Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "password_too_common",
                "This password is among the first that others would try; choose another");
    }

    /** In the same words whether or not the account exists. */
    public static Problem tooManyTries(Duration retryAfter) {
        return Problem.of(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too_many_requests",
                        "There were too many wrong tries for this account, or too many at once; please wait a little")
                .retryAfterSeconds(retryAfter.plusMillis(999).toSeconds());
    }
}
