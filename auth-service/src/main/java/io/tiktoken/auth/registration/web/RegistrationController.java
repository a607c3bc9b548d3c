package io.tiktoken.auth.registration.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.registration.RecoverAccess;
import io.tiktoken.auth.registration.RecoverAccess.Outcome.Recovered;
import io.tiktoken.auth.registration.RegisterUser;
import io.tiktoken.auth.registration.RegisterUser.Outcome.Registered;
import io.tiktoken.auth.shownonce.Keep;
import io.tiktoken.auth.shownonce.web.ShownOnce;
import io.tiktoken.auth.user.web.AnswersWhenPasswordsAreBusy;
import io.tiktoken.auth.user.web.PasswordProblems;
import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.defaults.security.ForAnyone;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets people in for the first time, and back in. */
@RestController
@ForAnyone
class RegistrationController implements AnswersWhenPasswordsAreBusy {

    private final RegisterUser registerUser;
    private final RecoverAccess recoverAccess;

    RegistrationController(RegisterUser registerUser, RecoverAccess recoverAccess) {
        this.registerUser = registerUser;
        this.recoverAccess = recoverAccess;
    }

    @Operation(summary = "Makes a customer; PIN and recovery code are shown this once")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = RegisteredView.class)))
    @ApiResponse(
            responseCode = "400",
            description = "`validation_failed`, `malformed_request`, `card_number_refused`: nobody is called that")
    @ApiResponse(responseCode = "409", description = "`username_taken`")
    @ApiResponse(responseCode = "422", description = "`password_too_common`")
    @PostMapping("/api/auth/register")
    ResponseEntity<?> register(@Valid @RequestBody RegistrationRequest body, Actor actor, ShownOnce shownOnce) {
        return shownOnce
                .ofAccount(body.username())
                .answer(body, RegistrationController::accountShown, keep -> registered(body, actor, keep));
    }

    private ResponseEntity<?> registered(RegistrationRequest body, Actor actor, Keep<Registered> keep) {
        return switch (registerUser.register(body.toRequest(), actor, keep)) {
            case Registered registered -> accountShown(registered);
            case RegisterUser.Outcome.UsernameTaken() ->
                Problem.of(HttpStatus.CONFLICT, "username_taken", "Somebody has this username already")
                        .response();
            case RegisterUser.Outcome.PasswordTooCommon() ->
                PasswordProblems.tooCommon().response();
        };
    }

    @Operation(summary = "Sets a new password with the recovery code, ends all sessions, and hands out the next code")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RecoveredView.class)))
    @ApiResponse(responseCode = "401", description = "`invalid_recovery_code`")
    @ApiResponse(responseCode = "422", description = "`password_too_common`")
    @ApiResponse(
            responseCode = "429",
            description = "`too_many_requests`: too many wrong codes, or tries at once, for this account")
    @PostMapping("/api/auth/recovery")
    ResponseEntity<?> recover(@Valid @RequestBody RecoveryRequest body, Actor actor, ShownOnce shownOnce) {
        return shownOnce
                .ofAccount(body.username())
                .answer(body, RegistrationController::codeShown, keep -> recovered(body, actor, keep));
    }

    private ResponseEntity<?> recovered(RecoveryRequest body, Actor actor, Keep<Recovered> keep) {
        return switch (recoverAccess.recover(body.toRequest(), actor, keep)) {
            case Recovered recovered -> codeShown(recovered);
            case RecoverAccess.Outcome.Refused() ->
                Problem.of(
                                HttpStatus.UNAUTHORIZED,
                                "invalid_recovery_code",
                                "Username and recovery code do not belong together")
                        .response();
            case RecoverAccess.Outcome.TooManyTries(var retryAfter) ->
                PasswordProblems.tooManyTries(retryAfter).response();
            case RecoverAccess.Outcome.PasswordTooCommon() ->
                PasswordProblems.tooCommon().response();
        };
    }

    private static ResponseEntity<?> accountShown(Registered registered) {
        return ResponseEntity.status(HttpStatus.CREATED).body(RegisteredView.of(registered));
    }

    private static ResponseEntity<?> codeShown(Recovered recovered) {
        return ResponseEntity.ok(new RecoveredView(recovered.nextCode().text()));
    }
}
