package io.tiktoken.auth.secondfactor.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.secondfactor.DisableAuthenticator;
import io.tiktoken.auth.secondfactor.ReplaceRecoveryCodes;
import io.tiktoken.auth.secondfactor.ReplaceRecoveryCodes.Outcome.Replaced;
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
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What a person with an authenticator may do about it: get rid of it, or have fresh recovery codes. */
@RestController
@ForCustomers
@Tag(name = "Second factor")
class AuthenticatorController {

    /** Both factors, to get rid of the second. */
    record DisableRequest(
            @NotNull @Size(max = Passwords.LONGEST) @Schema(example = "maple under nine bridges")
            String password,

            @NotNull @Pattern(regexp = Otp.PATTERN, message = Otp.MESSAGE) @Schema(example = "287082")
            String otp) {

        @Override
        public String toString() {
            return "DisableRequest[not shown]";
        }
    }

    /** A code of the authenticator, or a recovery code. */
    record OtpRequest(
            @NotNull @Pattern(regexp = Otp.PATTERN, message = Otp.MESSAGE) @Schema(example = "287082")
            String otp) {

        @Override
        public String toString() {
            return "OtpRequest[not shown]";
        }
    }

    private final DisableAuthenticator disableAuthenticator;
    private final ReplaceRecoveryCodes replaceRecoveryCodes;

    AuthenticatorController(DisableAuthenticator disableAuthenticator, ReplaceRecoveryCodes replaceRecoveryCodes) {
        this.disableAuthenticator = disableAuthenticator;
        this.replaceRecoveryCodes = replaceRecoveryCodes;
    }

    @PostMapping("/api/auth/totp/disable")
    @Operation(
            summary = "Disables the authenticator",
            description =
                    "Its recovery codes are worth nothing any more. attemptsLeft says how often a code may be wrong.")
    @ApiResponse(responseCode = "204")
    @Refuses({
        Code.PASSWORD_INCORRECT,
        Code.OTP_INCORRECT,
        Code.OTP_LOCKED,
        Code.OTP_TOO_EARLY,
        Code.TOO_MANY_RECOVERY_CODES,
        Code.TOO_MANY_TRIES,
        Code.OWN_TOTP_NOT_ENABLED,
        Code.PASSWORDS_BUSY
    })
    ResponseEntity<?> disable(Person person, @Valid @RequestBody DisableRequest body, Actor actor) {
        var user = new UserId(person.id());
        return switch (disableAuthenticator.disable(user, body.password(), Otp.typed(body.otp()), actor)) {
            case DisableAuthenticator.Outcome.Disabled() ->
                ResponseEntity.noContent().build();
            case DisableAuthenticator.Outcome.NotEnabled() -> Code.OWN_TOTP_NOT_ENABLED.response();
            case DisableAuthenticator.Outcome.PasswordIncorrect() -> Code.PASSWORD_INCORRECT.response();
            case DisableAuthenticator.Outcome.TooManyTries(var wait) ->
                Code.TOO_MANY_TRIES.problem().retryAfter(wait).response();
            case DisableAuthenticator.Outcome.OtpRefused(var why) ->
                OtpProblem.of(why).response();
        };
    }

    @PostMapping("/api/auth/totp/recovery-codes")
    @Operation(
            summary = "Hands out ten fresh recovery codes in place of all earlier ones",
            description = "They are shown this once. attemptsLeft says how often a code may be wrong.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RecoveryCodesView.class)))
    @Refuses({
        Code.OTP_INCORRECT,
        Code.OTP_LOCKED,
        Code.OTP_TOO_EARLY,
        Code.TOO_MANY_RECOVERY_CODES,
        Code.OWN_TOTP_NOT_ENABLED
    })
    ResponseEntity<?> replaceRecoveryCodes(
            Person person, @Valid @RequestBody OtpRequest body, Actor actor, ShownOnce shownOnce) {
        return shownOnce.answer(
                body,
                AuthenticatorController::shown,
                keep -> replaced(new UserId(person.id()), Otp.typed(body.otp()), actor, keep));
    }

    private ResponseEntity<?> replaced(UserId user, Otp otp, Actor actor, Keep<Replaced> keep) {
        return switch (replaceRecoveryCodes.replace(user, otp, actor, keep)) {
            case Replaced replaced -> shown(replaced);
            case ReplaceRecoveryCodes.Outcome.NotEnabled() -> Code.OWN_TOTP_NOT_ENABLED.response();
            case ReplaceRecoveryCodes.Outcome.OtpRefused(var why) ->
                OtpProblem.of(why).response();
        };
    }

    private static ResponseEntity<?> shown(Replaced replaced) {
        return RecoveryCodesView.shown(replaced.recoveryCodes());
    }
}
