package io.tiktoken.auth.administration.removal.web;

import static io.tiktoken.auth.administration.web.Answers.answer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.auth.administration.removal.ConfirmTotpRemoval;
import io.tiktoken.auth.administration.removal.RefuseTotpRemoval;
import io.tiktoken.auth.administration.removal.RequestTotpRemoval;
import io.tiktoken.auth.administration.removal.RequestTotpRemoval.Answer.AwaitingConfirmation;
import io.tiktoken.auth.administration.removal.RequestTotpRemoval.Answer.Removed;
import io.tiktoken.auth.administration.removal.TotpRemoval.Status;
import io.tiktoken.auth.administration.removal.TotpRemovalId;
import io.tiktoken.auth.administration.removal.TotpRemovals;
import io.tiktoken.auth.administration.web.ReasonRequest;
import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.paging.Page;
import io.tiktoken.defaults.paging.PageQuery;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets two administrators together take somebody's second factor away. */
@RestController
@Tag(name = "Removals of second factors", description = "For administrators.")
class TotpRemovalController {

    private final RequestTotpRemoval requestTotpRemoval;
    private final ConfirmTotpRemoval confirmTotpRemoval;
    private final RefuseTotpRemoval refuseTotpRemoval;
    private final TotpRemovals removals;

    TotpRemovalController(
            RequestTotpRemoval requestTotpRemoval,
            ConfirmTotpRemoval confirmTotpRemoval,
            RefuseTotpRemoval refuseTotpRemoval,
            TotpRemovals removals) {
        this.requestTotpRemoval = requestTotpRemoval;
        this.confirmTotpRemoval = confirmTotpRemoval;
        this.refuseTotpRemoval = refuseTotpRemoval;
        this.removals = removals;
    }

    @PostMapping("/api/admin/users/{id}/totp-removal")
    @Operation(
            summary = "Asks to remove a person's second factor",
            description = "Done at once when no other administrator with a second factor could confirm it.")
    @ApiResponse(responseCode = "200", description = "Removed, and the person's sessions have ended")
    @ApiResponse(responseCode = "202", description = "Waits for another administrator; also when it did already")
    @ApiResponse(responseCode = "404", description = "`not_found`")
    @ApiResponse(responseCode = "409", description = "`totp_not_enabled`")
    ResponseEntity<?> request(@PathVariable UUID id, @Valid @RequestBody ReasonRequest body, Actor actor) {
        return answer(requestTotpRemoval.request(new UserId(id), body.toReason(), actor), asked -> switch (asked) {
            case Removed() -> decided(Status.REMOVED);
            case AwaitingConfirmation(var removal) -> ResponseEntity.accepted().body(TotpRemovalView.of(removal));
        });
    }

    @GetMapping("/api/admin/totp-removals")
    @Operation(summary = "Lists what waits for another administrator, newest first")
    Page<TotpRemovalView> open(PageQuery page) {
        return removals.open(page).map(TotpRemovalView::of);
    }

    @PostMapping("/api/admin/totp-removals/{id}/confirmation")
    @Operation(summary = "Confirms what another administrator asked for")
    @ApiResponse(responseCode = "200", description = "Removed, and the person's sessions have ended")
    @ApiResponse(responseCode = "403", description = "`needs_another_administrator`")
    @ApiResponse(responseCode = "404", description = "`not_found`")
    @ApiResponse(responseCode = "409", description = "`no_longer_open`")
    ResponseEntity<?> confirm(@PathVariable UUID id, Actor actor) {
        return answer(confirmTotpRemoval.confirm(new TotpRemovalId(id), actor), TotpRemovalController::decided);
    }

    @PostMapping("/api/admin/totp-removals/{id}/refusal")
    @Operation(summary = "Refuses what another administrator asked for, or takes back one's own request")
    @ApiResponse(responseCode = "200", description = "Refused; nothing was removed")
    @ApiResponse(responseCode = "404", description = "`not_found`")
    @ApiResponse(responseCode = "409", description = "`no_longer_open`")
    ResponseEntity<?> refuse(@PathVariable UUID id, Actor actor) {
        return answer(refuseTotpRemoval.refuse(new TotpRemovalId(id), actor), TotpRemovalController::decided);
    }

    private static ResponseEntity<?> decided(Status status) {
        return ResponseEntity.ok(new DecidedView(status));
    }
}
