package io.tiktoken.auth.pin.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.pin.ResetPin;
import io.tiktoken.auth.pin.ResetPin.Outcome;
import io.tiktoken.auth.shownonce.Keep;
import io.tiktoken.auth.shownonce.web.ShownOnce;
import io.tiktoken.auth.totp.Otp;
import io.tiktoken.auth.totp.web.OtpProblem;
import io.tiktoken.auth.user.Passwords;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.auth.web.Code;
import io.tiktoken.auth.web.Refuses;
import io.tiktoken.defaults.security.ForCustomers;
import io.tiktoken.defaults.security.Person;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Hands out a new PIN. */
@RestController
@ForCustomers
@Tag(name = "Approvals")
class PinController {

    /** Asks for a new PIN. */
    record PinRequest(
            @NotNull @Size(max = Passwords.LONGEST) @Schema(example = "maple under nine bridges")
            String password,

            @Nullable @Pattern(regexp = Otp.PATTERN, message = Otp.MESSAGE) @Schema(example = "287082")
            String otp) {

        @Override
        public String toString() {
            return "PinRequest[not shown]";
        }
    }

    /** The new PIN, shown this once. */
    record PinView(@Schema(example = "402917") String pin) {

        @Override
        public String toString() {
            return "PinView[not shown]";
        }
    }

    private final ResetPin resetPin;

    PinController(ResetPin resetPin) {
        this.resetPin = resetPin;
    }

    @PostMapping("/api/auth/pin")
    @Operation(
            summary = "Gives a new PIN in place of the present one, which may be locked",
            description = "It is shown this once.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PinView.class)))
    @Refuses({
        Code.PASSWORD_INCORRECT,
        Code.OTP_REQUIRED,
        Code.OTP_INCORRECT,
        Code.OTP_LOCKED,
        Code.OTP_TOO_EARLY,
        Code.TOO_MANY_RECOVERY_CODES,
        Code.TOO_MANY_TRIES,
        Code.PASSWORDS_BUSY
    })
    ResponseEntity<?> reset(Person person, @Valid @RequestBody PinRequest body, Actor actor, ShownOnce shownOnce) {
        return shownOnce.answer(body, PinController::shown, keep -> reset(new UserId(person.id()), body, actor, keep));
    }

    private ResponseEntity<?> reset(UserId user, PinRequest body, Actor actor, Keep<Outcome.Reset> keep) {
        var otp = Optional.ofNullable(body.otp()).map(Otp::typed);
        return switch (resetPin.reset(user, body.password(), otp, actor, keep)) {
            case Outcome.Reset reset -> shown(reset);
            case Outcome.OtpRefused(var why) -> OtpProblem.of(why).response();
            case Outcome.PasswordIncorrect() -> Code.PASSWORD_INCORRECT.response();
            case Outcome.TooManyTries(var wait) ->
                Code.TOO_MANY_TRIES.problem().retryAfter(wait).response();
        };
    }

    private static ResponseEntity<?> shown(Outcome.Reset reset) {
        return ShownOnce.shown(HttpStatus.OK, new PinView(reset.pin().digits()));
    }
}
