package io.tiktoken.auth.registration.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.registration.RecoverAccess;
import io.tiktoken.auth.registration.RecoverAccess.Outcome.Recovered;
import io.tiktoken.auth.registration.RegisterUser;
import io.tiktoken.auth.registration.RegisterUser.Outcome.Registered;
import io.tiktoken.auth.shownonce.Keep;
import io.tiktoken.auth.shownonce.web.ShownOnce;
import io.tiktoken.auth.user.DisplayName;
import io.tiktoken.auth.user.Passwords;
import io.tiktoken.auth.user.RecoveryCode;
import io.tiktoken.auth.user.Username;
import io.tiktoken.auth.user.web.UserView;
import io.tiktoken.auth.web.Code;
import io.tiktoken.auth.web.Refuses;
import io.tiktoken.defaults.security.ForAnyone;
import io.tiktoken.defaults.text.CardNumbers;
import io.tiktoken.defaults.text.TypedUsername;
import io.tiktoken.defaults.text.VisibleText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets people in for the first time, and back in. */
@RestController
@ForAnyone
@Tag(name = "Registration", description = "The first time, and after the password was lost.")
class RegistrationController {

    /** What somebody who registers sends. */
    record RegistrationRequest(
            @NotNull(message = "is missing")
            @Size(min = Username.SHORTEST, max = Username.LONGEST, message = "must have {min} to {max} characters")
            @Pattern(regexp = "(?s)[A-Za-z].*|", message = "must begin with a letter from a to z")
            @Pattern(
                    regexp = "[A-Za-z0-9._-]*",
                    message = "may hold only letters from a to z, digits, '.', '_' and '-'")
            @Schema(example = "alice")
            String username,

            @NotNull(message = "is missing")
            @CodePointLength(
                    min = Passwords.SHORTEST,
                    max = Passwords.LONGEST,
                    message = "must have {min} to {max} characters")
            @Schema(example = "maple under nine bridges")
            String password,

            @Nullable
            @CodePointLength(max = DisplayName.LONGEST, message = "must have at most {max} characters")
            @Schema(example = "Alice Tan")
            String displayName) {

        @SuppressWarnings("NullAway") // Validated before anybody else looks at it: any part may still be missing.
        RegistrationRequest {
            username = username == null ? null : TypedUsername.read(username);
            displayName = displayName == null ? null : VisibleText.of(displayName);
        }

        RegisterUser.Request toRequest() {
            CardNumbers.refuse(username);
            CardNumbers.refuse(displayName);
            var name = Username.typed(username).orElseThrow();
            return new RegisterUser.Request(name, password, DisplayName.typed(displayName, name));
        }

        @Override
        public String toString() {
            return "RegistrationRequest[username=" + username + "]";
        }
    }

    /** What somebody who registered has to write down: PIN and recovery code are shown this once. */
    record RegisteredView(
            UserView user,
            @Schema(example = "402917") String pin,
            @Schema(example = "K7QM2-X0D4V-93TRN-HB8WS") String recoveryCode) {

        @Override
        public String toString() {
            return "RegisteredView[user=" + user + "]";
        }
    }

    /** What somebody who lost the password sends. */
    record RecoveryRequest(
            @NotNull @Size(max = 64) @Schema(example = "alice")
            String username,

            @NotNull @Size(max = 64) @Schema(example = "K7QM2-X0D4V-93TRN-HB8WS")
            String recoveryCode,

            @NotNull
            @CodePointLength(
                    min = Passwords.SHORTEST,
                    max = Passwords.LONGEST,
                    message = "must have {min} to {max} characters")
            @Schema(example = "quiet harbour, seven gulls")
            String newPassword) {

        @Override
        public String toString() {
            return "RecoveryRequest[not shown]";
        }
    }

    /** The next recovery code, shown this once. */
    record RecoveredView(
            @Schema(example = "P3W9C-71KZE-QX5MB-0TDRA") String recoveryCode) {

        @Override
        public String toString() {
            return "RecoveredView[not shown]";
        }
    }

    private final RegisterUser registerUser;
    private final RecoverAccess recoverAccess;

    RegistrationController(RegisterUser registerUser, RecoverAccess recoverAccess) {
        this.registerUser = registerUser;
        this.recoverAccess = recoverAccess;
    }

    @PostMapping("/api/auth/register")
    @Operation(summary = "Makes a customer", description = "PIN and recovery code are shown this once.")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = RegisteredView.class)))
    @Refuses({Code.CARD_NUMBER_REFUSED, Code.USERNAME_TAKEN, Code.PASSWORD_TOO_COMMON, Code.PASSWORDS_BUSY})
    ResponseEntity<?> register(@Valid @RequestBody RegistrationRequest body, Actor actor, ShownOnce shownOnce) {
        return shownOnce
                .ofAccount(body.username())
                .answer(body, RegistrationController::accountShown, keep -> registered(body, actor, keep));
    }

    private ResponseEntity<?> registered(RegistrationRequest body, Actor actor, Keep<Registered> keep) {
        return switch (registerUser.register(body.toRequest(), actor, keep)) {
            case Registered registered -> accountShown(registered);
            case RegisterUser.Outcome.UsernameTaken() -> Code.USERNAME_TAKEN.response();
            case RegisterUser.Outcome.PasswordTooCommon() -> Code.PASSWORD_TOO_COMMON.response();
        };
    }

    @PostMapping("/api/auth/recovery")
    @Operation(
            summary = "Sets a new password with the recovery code",
            description = "Ends all sessions and hands out the next code, shown this once.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RecoveredView.class)))
    @Refuses({Code.INVALID_RECOVERY_CODE, Code.PASSWORD_TOO_COMMON, Code.TOO_MANY_TRIES, Code.PASSWORDS_BUSY})
    ResponseEntity<?> recover(@Valid @RequestBody RecoveryRequest body, Actor actor, ShownOnce shownOnce) {
        return shownOnce
                .ofAccount(body.username())
                .answer(body, RegistrationController::codeShown, keep -> recovered(body, actor, keep));
    }

    private ResponseEntity<?> recovered(RecoveryRequest body, Actor actor, Keep<Recovered> keep) {
        var request =
                new RecoverAccess.Request(body.username(), new RecoveryCode(body.recoveryCode()), body.newPassword());
        return switch (recoverAccess.recover(request, actor, keep)) {
            case Recovered recovered -> codeShown(recovered);
            case RecoverAccess.Outcome.Refused() -> Code.INVALID_RECOVERY_CODE.response();
            case RecoverAccess.Outcome.TooManyTries(var wait) ->
                Code.TOO_MANY_TRIES.problem().retryAfter(wait).response();
            case RecoverAccess.Outcome.PasswordTooCommon() -> Code.PASSWORD_TOO_COMMON.response();
        };
    }

    private static ResponseEntity<?> accountShown(Registered registered) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(new RegisteredView(
                        UserView.of(registered.user()),
                        registered.pin().digits(),
                        registered.recoveryCode().text()));
    }

    private static ResponseEntity<?> codeShown(Recovered recovered) {
        return ResponseEntity.ok(new RecoveredView(recovered.nextCode().text()));
    }
}
