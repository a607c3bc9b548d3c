package io.tiktoken.auth.user.web;

import io.tiktoken.auth.user.PasswordsBusyException;
import io.tiktoken.defaults.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** A controller whose verbs hash passwords: when all turns are taken, it asks the caller to come back. */
public interface AnswersWhenPasswordsAreBusy {

    @ExceptionHandler
    default ResponseEntity<Object> onBusyPasswords(PasswordsBusyException busy) {
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "temporarily_unavailable",
                        "Too many people are logging in just now; please try again")
                .retryAfterSeconds(1)
                .response();
    }
}
