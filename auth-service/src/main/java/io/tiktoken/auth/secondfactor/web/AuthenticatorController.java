package io.tiktoken.auth.secondfactor.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.secondfactor.DisableAuthenticator;
import io.tiktoken.auth.secondfactor.ReplaceRecoveryCodes;
import io.tiktoken.auth.secondfactor.ReplaceRecoveryCodes.Outcome.Replaced;
import io.tiktoken.auth.shownonce.Keep;
import io.tiktoken.auth.shownonce.web.ShownOnce;
import io.tiktoken.auth.totp.Otp;
import io.tiktoken.auth.totp.web.OtpProblem;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.auth.user.web.AnswersWhenPasswordsAreBusy;
import io.tiktoken.auth.user.web.PasswordProblems;
import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.defaults.security.ForCustomers;
import io.tiktoken.defaults.security.Person;
import jakarta.validation.Valid;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What a person with an authenticator may do about it: get rid of it, or have fresh recovery codes. */
@RestController
@ForCustomers
class AuthenticatorController implements AnswersWhenPasswordsAreBusy {

    private final DisableAuthenticator disableAuthenticator;
    private final ReplaceRecoveryCodes replaceRecoveryCodes;

    AuthenticatorController(DisableAuthenticator disableAuthenticator, ReplaceRecoveryCodes replaceRecoveryCodes) {
        this.disableAuthenticator = disableAuthenticator;
        this.replaceRecoveryCodes = replaceRecoveryCodes;
    }

    @Operation(summary = "Disables the authenticator; its recovery codes are worth nothing any more")
    @ApiResponse(responseCode = "204")
    @ApiResponse(responseCode = "403", description = "`password_incorrect`, `otp_incorrect` with `attemptsLeft`")
    @ApiResponse(responseCode = "409", description = "`totp_not_enabled`")
    @ApiResponse(responseCode = "423", description = "`otp_locked`")
    @ApiResponse(
            responseCode = "429",
            description = "`too_many_requests`: too many wrong passwords or recovery codes, or tries at once")
    @PostMapping("/api/auth/totp/disable")
    ResponseEntity<?> disable(Person person, @Valid @RequestBody DisableRequest body, Actor actor) {
        var user = new UserId(person.id());
        return switch (disableAuthenticator.disable(user, body.password(), Otp.typed(body.otp()), actor)) {
            case DisableAuthenticator.Outcome.Disabled() ->
                ResponseEntity.noContent().build();
            case DisableAuthenticator.Outcome.NotEnabled() -> notEnabled();
            case DisableAuthenticator.Outcome.PasswordIncorrect() ->
                PasswordProblems.incorrect().response();
            case DisableAuthenticator.Outcome.TooManyTries(var retryAfter) ->
                PasswordProblems.tooManyTries(retryAfter).response();
            case DisableAuthenticator.Outcome.OtpRefused(var why) ->
                OtpProblem.of(HttpStatus.FORBIDDEN, why).response();
        };
    }

    @Operation(summary = "Hands out ten fresh recovery codes in place of all earlier ones")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RecoveryCodesView.class)))
    @ApiResponse(responseCode = "403", description = "`otp_incorrect` with `attemptsLeft`")
    @ApiResponse(responseCode = "409", description = "`totp_not_enabled`")
    @ApiResponse(responseCode = "423", description = "`otp_locked`")
    @ApiResponse(
            responseCode = "429",
            description = "`too_many_requests`: too many wrong recovery codes, or codes at once")
    @PostMapping("/api/auth/totp/recovery-codes")
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
            case ReplaceRecoveryCodes.Outcome.NotEnabled() -> notEnabled();
            case ReplaceRecoveryCodes.Outcome.OtpRefused(var why) ->
                OtpProblem.of(HttpStatus.FORBIDDEN, why).response();
        };
    }

    private static ResponseEntity<?> shown(Replaced replaced) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(RecoveryCodesView.of(replaced.recoveryCodes()));
    }

    private static ResponseEntity<Object> notEnabled() {
        return Problem.of(HttpStatus.CONFLICT, "totp_not_enabled", "You have no authenticator")
                .response();
    }
}
