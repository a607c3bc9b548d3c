package io.tiktoken.auth.account.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.tiktoken.auth.account.ChangeDisplayName;
import io.tiktoken.auth.account.ChangePassword;
import io.tiktoken.auth.account.ChangePassword.Outcome.Changed;
import io.tiktoken.auth.account.ChangePassword.Outcome.PasswordIncorrect;
import io.tiktoken.auth.account.ChangePassword.Outcome.PasswordTooCommon;
import io.tiktoken.auth.account.ChangePassword.Outcome.PasswordUnchanged;
import io.tiktoken.auth.account.ChangePassword.Outcome.TooManyTries;
import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.session.SessionId;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.auth.user.web.AnswersWhenPasswordsAreBusy;
import io.tiktoken.auth.user.web.PasswordProblems;
import io.tiktoken.defaults.problem.ProblemException;
import io.tiktoken.defaults.security.ForCustomers;
import io.tiktoken.defaults.security.Person;
import io.tiktoken.defaults.text.CardNumbers;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets a person change their own password and display name. */
@RestController
@ForCustomers
class AccountController implements AnswersWhenPasswordsAreBusy {

    private final ChangePassword changePassword;
    private final ChangeDisplayName changeDisplayName;

    AccountController(ChangePassword changePassword, ChangeDisplayName changeDisplayName) {
        this.changePassword = changePassword;
        this.changeDisplayName = changeDisplayName;
    }

    @Operation(summary = "Changes the password, and ends all other sessions")
    @ApiResponse(responseCode = "204")
    @ApiResponse(responseCode = "403", description = "`password_incorrect`")
    @ApiResponse(responseCode = "422", description = "`password_unchanged`, `password_too_common`")
    @ApiResponse(responseCode = "429", description = "`too_many_requests`: too many wrong passwords, or tries at once")
    @PostMapping("/api/auth/password")
    ResponseEntity<?> changePassword(Person person, @Valid @RequestBody PasswordChangeRequest body, Actor actor) {
        var request = body.by(new UserId(person.id()), new SessionId(person.session()));
        return switch (changePassword.change(request, actor)) {
            case Changed() -> ResponseEntity.noContent().build();
            case PasswordIncorrect() -> PasswordProblems.incorrect().response();
            case PasswordUnchanged() -> PasswordProblems.unchanged().response();
            case PasswordTooCommon() -> PasswordProblems.tooCommon().response();
            case TooManyTries(var retryAfter) ->
                PasswordProblems.tooManyTries(retryAfter).response();
        };
    }

    @Operation(summary = "Changes how the caller is called; the username stays")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "400", description = "`validation_failed`, `malformed_request`, `card_number_refused`")
    @PutMapping("/api/auth/me")
    ProfileView changeProfile(Person person, @Valid @RequestBody ProfileRequest body, Actor actor) {
        CardNumbers.refuse(body.displayName());
        return changeDisplayName
                .change(new UserId(person.id()), body.displayName(), actor)
                .map(ProfileView::of)
                .orElseThrow(() -> ProblemException.notFound("This account no longer exists"));
    }
}
