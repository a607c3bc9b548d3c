package io.tiktoken.auth.user.web;

import io.tiktoken.auth.user.PasswordsBusyException;
import io.tiktoken.auth.web.Code;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** When all turns to hash a password are taken, whoever needs one is asked to come back. */
@RestControllerAdvice
@Order(0) // Before ProblemAdvice, which answers whatever nobody else does.
class PasswordsBusyAdvice {

    @ExceptionHandler
    ResponseEntity<Object> onBusyPasswords(PasswordsBusyException busy) {
        return Code.PASSWORDS_BUSY.problem().retryAfterSeconds(1).response();
    }
}
