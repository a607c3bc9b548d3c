package io.tiktoken.auth.pin.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.pin.ResetPin;
import io.tiktoken.auth.pin.ResetPin.Outcome.OtpRefused;
import io.tiktoken.auth.pin.ResetPin.Outcome.PasswordIncorrect;
import io.tiktoken.auth.pin.ResetPin.Outcome.Reset;
import io.tiktoken.auth.pin.ResetPin.Outcome.TooManyTries;
import io.tiktoken.auth.shownonce.Keep;
import io.tiktoken.auth.shownonce.web.ShownOnce;
import io.tiktoken.auth.totp.web.OtpProblem;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.auth.user.web.AnswersWhenPasswordsAreBusy;
import io.tiktoken.auth.user.web.PasswordProblems;
import io.tiktoken.defaults.security.ForCustomers;
import io.tiktoken.defaults.security.Person;
import jakarta.validation.Valid;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Hands out a new PIN. */
@RestController
@ForCustomers
class PinController implements AnswersWhenPasswordsAreBusy {

    private final ResetPin resetPin;

    PinController(ResetPin resetPin) {
        this.resetPin = resetPin;
    }

    @Operation(summary = "Gives a new PIN in place of the present one, which may be locked")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PinView.class)))
    @ApiResponse(
            responseCode = "403",
            description = "`password_incorrect`, `otp_required`, `otp_incorrect` with `attemptsLeft`")
    @ApiResponse(responseCode = "423", description = "`otp_locked`")
    @ApiResponse(
            responseCode = "429",
            description = "`too_many_requests`: too many wrong passwords or recovery codes, or tries at once")
    @PostMapping("/api/auth/pin")
    ResponseEntity<?> reset(Person person, @Valid @RequestBody PinRequest body, Actor actor, ShownOnce shownOnce) {
        return shownOnce.answer(body, PinController::shown, keep -> reset(new UserId(person.id()), body, actor, keep));
    }

    private ResponseEntity<?> reset(UserId user, PinRequest body, Actor actor, Keep<Reset> keep) {
        return switch (resetPin.reset(user, body.password(), body.toOtp(), actor, keep)) {
            case Reset reset -> shown(reset);
            case OtpRefused(var why) -> OtpProblem.of(HttpStatus.FORBIDDEN, why).response();
            case PasswordIncorrect() -> PasswordProblems.incorrect().response();
            case TooManyTries(var retryAfter) ->
                PasswordProblems.tooManyTries(retryAfter).response();
        };
    }

    private static ResponseEntity<?> shown(Reset reset) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new PinView(reset.pin().digits()));
    }
}
