package io.tiktoken.auth.administration.web;

import static io.tiktoken.auth.administration.web.Answers.answer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.auth.administration.ForcePinReset;
import io.tiktoken.auth.administration.IssueRecoveryCode;
import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.shownonce.web.ShownOnce;
import io.tiktoken.auth.user.RecoveryCode;
import io.tiktoken.auth.user.UserId;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.CacheControl;
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
@Tag(name = "People")
class CredentialController {

    private final ForcePinReset forcePinReset;
    private final IssueRecoveryCode issueRecoveryCode;

    CredentialController(ForcePinReset forcePinReset, IssueRecoveryCode issueRecoveryCode) {
        this.forcePinReset = forcePinReset;
        this.issueRecoveryCode = issueRecoveryCode;
    }

    @PostMapping("/pin-reset")
    @Operation(summary = "Makes a person's PIN worthless until they get a new one with the password")
    @ApiResponse(responseCode = "204", description = "Nothing can be approved with it any more")
    @ApiResponse(responseCode = "404", description = "`not_found`")
    ResponseEntity<?> forcePinReset(@PathVariable UUID id, @Valid @RequestBody ReasonRequest body, Actor actor) {
        return answer(
                forcePinReset.force(new UserId(id), body.toReason(), actor),
                _ -> ResponseEntity.noContent().build());
    }

    @PostMapping("/recovery-code")
    @Operation(
            summary = "Issues a new recovery code to a person whose identity was checked",
            description = "The reason says how. The old code opens nothing from then on.")
    @ApiResponse(responseCode = "201", description = "The code, shown this once")
    @ApiResponse(responseCode = "404", description = "`not_found`")
    @ApiResponse(responseCode = "422", description = "`not_for_yourself`")
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
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(IssuedView.of(code));
    }
}
