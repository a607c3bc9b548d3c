package io.tiktoken.auth.pin.web;

import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.pin.ResetPin;
import io.tiktoken.auth.pin.ResetPin.Outcome.PasswordIncorrect;
import io.tiktoken.auth.pin.ResetPin.Outcome.Reset;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.auth.user.web.AnswersWhenPasswordsAreBusy;
import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.defaults.security.Person;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Hands out a new PIN. */
@RestController
class PinController implements AnswersWhenPasswordsAreBusy {

    private final ResetPin resetPin;

    PinController(ResetPin resetPin) {
        this.resetPin = resetPin;
    }

    @PostMapping("/api/auth/pin")
    ResponseEntity<?> reset(Person person, @Valid @RequestBody PinRequest body, Actor actor) {
        return switch (resetPin.reset(new UserId(person.id()), body.password(), actor)) {
            case Reset(var pin) -> ResponseEntity.ok(new PinView(pin.digits()));
            case PasswordIncorrect() ->
                Problem.of(HttpStatus.FORBIDDEN, "password_incorrect", "This is not your password")
                        .response();
        };
    }
}
