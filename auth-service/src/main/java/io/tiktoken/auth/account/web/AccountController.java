package io.tiktoken.auth.account.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.auth.account.ChangeDisplayName;
import io.tiktoken.auth.account.ChangePassword;
import io.tiktoken.auth.account.ChangePassword.Outcome;
import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.session.SessionId;
import io.tiktoken.auth.user.DisplayName;
import io.tiktoken.auth.user.Passwords;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.auth.user.web.UserView;
import io.tiktoken.auth.web.Code;
import io.tiktoken.auth.web.Refuses;
import io.tiktoken.defaults.security.ForCustomers;
import io.tiktoken.defaults.security.Person;
import io.tiktoken.defaults.text.CardNumbers;
import io.tiktoken.defaults.text.VisibleText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.CodePointLength;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets a person change their own password and display name. */
@RestController
@ForCustomers
@Tag(name = "Account", description = "What people change about themselves.")
class AccountController {

    /** What somebody who changes the password sends. */
    record PasswordChangeRequest(
            @NotNull @CodePointLength(max = Passwords.LONGEST) @Schema(example = "maple under nine bridges")
            String currentPassword,

            @NotNull
            @CodePointLength(
                    min = Passwords.SHORTEST,
                    max = Passwords.LONGEST,
                    message = "must have {min} to {max} characters")
            @Schema(example = "quiet harbour, seven gulls")
            String newPassword) {

        @Override
        public String toString() {
            return "PasswordChangeRequest[not shown]";
        }
    }

    /** How somebody wants to be called from now on. */
    record ProfileRequest(
            @NotNull
            @CodePointLength(max = DisplayName.LONGEST, message = "must have at most {max} characters")
            @Schema(example = "Alice Tan")
            String displayName) {

        @SuppressWarnings("NullAway") // Validated before anybody else looks at it: it may still be missing.
        ProfileRequest {
            displayName = displayName == null ? null : VisibleText.of(displayName);
        }
    }

    /** Who somebody is, now that they changed it. */
    record ProfileView(UserView user) {}

    private final ChangePassword changePassword;
    private final ChangeDisplayName changeDisplayName;

    AccountController(ChangePassword changePassword, ChangeDisplayName changeDisplayName) {
        this.changePassword = changePassword;
        this.changeDisplayName = changeDisplayName;
    }

    @PostMapping("/api/auth/password")
    @Operation(summary = "Changes the password", description = "Ends all other sessions.")
    @ApiResponse(responseCode = "204")
    @Refuses({
        Code.PASSWORD_INCORRECT,
        Code.PASSWORD_UNCHANGED,
        Code.PASSWORD_TOO_COMMON,
        Code.TOO_MANY_TRIES,
        Code.PASSWORDS_BUSY
    })
    ResponseEntity<?> changePassword(Person person, @Valid @RequestBody PasswordChangeRequest body, Actor actor) {
        var request = new ChangePassword.Request(
                new UserId(person.id()), new SessionId(person.session()), body.currentPassword(), body.newPassword());
        return switch (changePassword.change(request, actor)) {
            case Outcome.Changed() -> ResponseEntity.noContent().build();
            case Outcome.PasswordIncorrect() -> Code.PASSWORD_INCORRECT.response();
            case Outcome.PasswordUnchanged() -> Code.PASSWORD_UNCHANGED.response();
            case Outcome.PasswordTooCommon() -> Code.PASSWORD_TOO_COMMON.response();
            case Outcome.TooManyTries(var wait) ->
                Code.TOO_MANY_TRIES.problem().retryAfter(wait).response();
        };
    }

    @PutMapping("/api/auth/me")
    @Operation(summary = "Changes how the caller is called", description = "The username stays.")
    @Refuses({Code.CARD_NUMBER_REFUSED, Code.ACCOUNT_GONE})
    ProfileView changeProfile(Person person, @Valid @RequestBody ProfileRequest body, Actor actor) {
        CardNumbers.refuse(body.displayName());
        return changeDisplayName
                .change(new UserId(person.id()), body.displayName(), actor)
                .map(UserView::of)
                .map(ProfileView::new)
                .orElseThrow(Code.ACCOUNT_GONE::exception);
    }
}
