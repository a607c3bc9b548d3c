package io.tiktoken.auth.secondfactor.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.secondfactor.ConfirmAuthenticator;
import io.tiktoken.auth.secondfactor.ConfirmAuthenticator.Outcome.Confirmed;
import io.tiktoken.auth.secondfactor.EnrolAuthenticator;
import io.tiktoken.auth.secondfactor.EnrolAuthenticator.Outcome.Enrolled;
import io.tiktoken.auth.session.SessionId;
import io.tiktoken.auth.shownonce.Keep;
import io.tiktoken.auth.shownonce.web.ShownOnce;
import io.tiktoken.auth.totp.Otp;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.auth.user.Username;
import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.defaults.security.ForCustomers;
import io.tiktoken.defaults.security.Person;
import jakarta.validation.Valid;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Gives a person an authenticator: a secret to scan, then the first code. */
@RestController
@ForCustomers
class EnrolmentController {

    private final EnrolAuthenticator enrolAuthenticator;
    private final ConfirmAuthenticator confirmAuthenticator;

    EnrolmentController(EnrolAuthenticator enrolAuthenticator, ConfirmAuthenticator confirmAuthenticator) {
        this.enrolAuthenticator = enrolAuthenticator;
        this.confirmAuthenticator = confirmAuthenticator;
    }

    @Operation(summary = "Begins with an authenticator; it counts once its first code was shown")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EnrolmentView.class)))
    @ApiResponse(responseCode = "409", description = "`totp_enabled`")
    @PostMapping("/api/auth/totp")
    ResponseEntity<?> enrol(Person person, Actor actor, ShownOnce shownOnce) {
        return shownOnce.answer(Map.of(), EnrolmentController::secretShown, keep -> enrolled(person, actor, keep));
    }

    private ResponseEntity<?> enrolled(Person person, Actor actor, Keep<Enrolled> keep) {
        return switch (enrolAuthenticator.enrol(
                new UserId(person.id()), new Username(person.username()), actor, keep)) {
            case Enrolled enrolled -> secretShown(enrolled);
            case EnrolAuthenticator.Outcome.AlreadyEnabled() -> alreadyEnabled();
        };
    }

    @Operation(summary = "Confirms an authenticator by its first code; all other sessions of the person end")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RecoveryCodesView.class)))
    @ApiResponse(responseCode = "403", description = "`otp_incorrect`")
    @ApiResponse(responseCode = "409", description = "`totp_enabled`, `totp_not_enrolled`")
    @PostMapping("/api/auth/totp/confirm")
    ResponseEntity<?> confirm(
            Person person, @Valid @RequestBody ConfirmationRequest body, Actor actor, ShownOnce shownOnce) {
        var here = new SessionId(person.session());
        return shownOnce.answer(
                body,
                EnrolmentController::codesShown,
                keep -> confirmed(new UserId(person.id()), Otp.code(body.otp()), here, actor, keep));
    }

    private ResponseEntity<?> confirmed(UserId user, Otp.Code code, SessionId here, Actor actor, Keep<Confirmed> keep) {
        return switch (confirmAuthenticator.confirm(user, code, here, actor, keep)) {
            case Confirmed confirmed -> codesShown(confirmed);
            case ConfirmAuthenticator.Outcome.AlreadyEnabled() -> alreadyEnabled();
            case ConfirmAuthenticator.Outcome.NotEnrolled() ->
                Problem.of(HttpStatus.CONFLICT, "totp_not_enrolled", "Ask for a secret and scan it first")
                        .response();
            case ConfirmAuthenticator.Outcome.OtpIncorrect() ->
                Problem.of(
                                HttpStatus.FORBIDDEN,
                                "otp_incorrect",
                                "This is not the code of this moment; is the clock of your phone right?")
                        .response();
        };
    }

    private static ResponseEntity<?> secretShown(Enrolled enrolled) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(EnrolmentView.of(enrolled.enrolment()));
    }

    private static ResponseEntity<?> codesShown(Confirmed confirmed) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(RecoveryCodesView.of(confirmed.recoveryCodes()));
    }

    private static ResponseEntity<Object> alreadyEnabled() {
        return Problem.of(
                        HttpStatus.CONFLICT,
                        "totp_enabled",
                        "You have an authenticator; disable it before you set up another")
                .response();
    }
}
