package io.tiktoken.auth.secondfactor.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
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
import io.tiktoken.auth.web.Code;
import io.tiktoken.auth.web.Refuses;
import io.tiktoken.defaults.security.ForCustomers;
import io.tiktoken.defaults.security.Person;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Gives a person an authenticator: a secret to scan, then the first code. */
@RestController
@ForCustomers
@Tag(name = "Second factor", description = "A person's authenticator and its recovery codes.")
class EnrolmentController {

    /** What a person scans, or types, into their authenticator. */
    record EnrolmentView(
            @Schema(example = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
            String secret,

            @Schema(
                    example = "otpauth://totp/TikToken:alice?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                            + "&issuer=TikToken&algorithm=SHA1&digits=6&period=30")
            String otpauthUri,

            @Schema(description = "The same as a drawing", example = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
            String qrSvg) {

        @Override
        public String toString() {
            return "EnrolmentView[not shown]";
        }
    }

    /** The first code of a new authenticator. */
    record ConfirmationRequest(
            @NotNull
            @Pattern(regexp = Otp.CODE_PATTERN, message = "must be the six digits of your authenticator")
            @Schema(example = "287082")
            String otp) {

        @Override
        public String toString() {
            return "ConfirmationRequest[not shown]";
        }
    }

    private final EnrolAuthenticator enrolAuthenticator;
    private final ConfirmAuthenticator confirmAuthenticator;

    EnrolmentController(EnrolAuthenticator enrolAuthenticator, ConfirmAuthenticator confirmAuthenticator) {
        this.enrolAuthenticator = enrolAuthenticator;
        this.confirmAuthenticator = confirmAuthenticator;
    }

    @PostMapping("/api/auth/totp")
    @Operation(summary = "Begins with an authenticator", description = "It counts once its first code was shown.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EnrolmentView.class)))
    @Refuses(Code.TOTP_ENABLED)
    ResponseEntity<?> enrol(Person person, Actor actor, ShownOnce shownOnce) {
        return shownOnce.answer(Map.of(), EnrolmentController::secretShown, keep -> enrolled(person, actor, keep));
    }

    private ResponseEntity<?> enrolled(Person person, Actor actor, Keep<Enrolled> keep) {
        return switch (enrolAuthenticator.enrol(
                new UserId(person.id()), new Username(person.username()), actor, keep)) {
            case Enrolled enrolled -> secretShown(enrolled);
            case EnrolAuthenticator.Outcome.AlreadyEnabled() -> Code.TOTP_ENABLED.response();
        };
    }

    @PostMapping("/api/auth/totp/confirm")
    @Operation(
            summary = "Confirms an authenticator by its first code",
            description = "All other sessions of the person end. The recovery codes are shown this once.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RecoveryCodesView.class)))
    @Refuses({Code.FIRST_OTP_INCORRECT, Code.TOTP_ENABLED, Code.TOTP_NOT_ENROLLED})
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
            case ConfirmAuthenticator.Outcome.AlreadyEnabled() -> Code.TOTP_ENABLED.response();
            case ConfirmAuthenticator.Outcome.NotEnrolled() -> Code.TOTP_NOT_ENROLLED.response();
            case ConfirmAuthenticator.Outcome.OtpIncorrect() -> Code.FIRST_OTP_INCORRECT.response();
        };
    }

    private static ResponseEntity<?> secretShown(Enrolled enrolled) {
        var uri = enrolled.enrolment().otpauthUri();
        return ShownOnce.shown(
                HttpStatus.OK, new EnrolmentView(enrolled.enrolment().seed().base32(), uri, QrSvg.of(uri)));
    }

    private static ResponseEntity<?> codesShown(Confirmed confirmed) {
        return RecoveryCodesView.shown(confirmed.recoveryCodes());
    }
}
