package io.tiktoken.auth.administration.web;

import static io.tiktoken.auth.administration.web.Answers.answer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.auth.administration.ForcePinReset;
import io.tiktoken.auth.administration.IssueRecoveryCode;
import io.tiktoken.auth.administration.RemoveTotp;
import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.shownonce.web.ShownOnce;
import io.tiktoken.auth.user.RecoveryCode;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.auth.web.Code;
import io.tiktoken.auth.web.Refuses;
import io.tiktoken.defaults.security.ForAdministrators;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets administrators help people whose secrets are lost, or known to others. */
@RestController
@RequestMapping("/api/admin/users/{id}")
@ForAdministrators
@Tag(name = "People")
class CredentialController {

    /** A new recovery code, shown this once. */
    record IssuedView(
            @Schema(example = "K7QM2-X0D4V-93TRN-HB8WS") String recoveryCode) {

        @Override
        public String toString() {
            return "IssuedView[not shown]";
        }
    }

    private final ForcePinReset forcePinReset;
    private final IssueRecoveryCode issueRecoveryCode;
    private final RemoveTotp removeTotp;

    CredentialController(ForcePinReset forcePinReset, IssueRecoveryCode issueRecoveryCode, RemoveTotp removeTotp) {
        this.forcePinReset = forcePinReset;
        this.issueRecoveryCode = issueRecoveryCode;
        this.removeTotp = removeTotp;
    }

    @PostMapping("/pin-reset")
    @Operation(
            summary = "Makes a person's PIN worthless until they get a new one with the password",
            description = "Nothing can be approved with it any more.")
    @ApiResponse(responseCode = "204")
    @Refuses({Code.CARD_NUMBER_REFUSED, Code.ID_UNKNOWN, Code.NO_LONGER_ABLE})
    ResponseEntity<?> forcePinReset(@PathVariable UUID id, @Valid @RequestBody ReasonRequest body, Actor actor) {
        return answer(
                forcePinReset.force(new UserId(id), body.toReason(), actor),
                _ -> ResponseEntity.noContent().build());
    }

    @PostMapping("/recovery-code")
    @Operation(
            summary = "Issues a new recovery code to a person whose identity was checked",
            description =
                    "The reason says how. The old code opens nothing from then on. For an administrator it takes two,"
                            + " as long as there are two; then whoever confirms is shown the code.")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = IssuedView.class)))
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = DecisionView.class)))
    @Refuses({Code.CARD_NUMBER_REFUSED, Code.ID_UNKNOWN, Code.NO_LONGER_ABLE, Code.NOT_FOR_YOURSELF})
    ResponseEntity<?> issueRecoveryCode(
            @PathVariable UUID id, @Valid @RequestBody ReasonRequest body, Actor actor, ShownOnce shownOnce) {
        return shownOnce.<RecoveryCode>answer(
                body,
                CredentialController::shown,
                keep -> answer(
                        issueRecoveryCode.issue(new UserId(id), body.toReason(), actor, keep),
                        CredentialController::shown));
    }

    private static ResponseEntity<?> shown(RecoveryCode code) {
        return ShownOnce.shown(HttpStatus.CREATED, new IssuedView(code.text()));
    }

    @PostMapping("/totp-removal")
    @Operation(
            summary = "Asks to remove a person's second factor",
            description = "It takes two administrators, as long as there are two.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = UserDetailsView.class)))
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = DecisionView.class)))
    @Refuses({Code.CARD_NUMBER_REFUSED, Code.ID_UNKNOWN, Code.NO_LONGER_ABLE, Code.TOTP_NOT_ENABLED})
    ResponseEntity<?> removeTotp(@PathVariable UUID id, @Valid @RequestBody ReasonRequest body, Actor actor) {
        return answer(
                removeTotp.remove(new UserId(id), body.toReason(), actor),
                details -> ResponseEntity.ok(UserDetailsView.of(details)));
    }
}
