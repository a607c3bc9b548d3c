package io.tiktoken.auth.administration.decision.web;

import static io.tiktoken.auth.administration.web.Answers.answer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.auth.administration.DecisionKind;
import io.tiktoken.auth.administration.decision.ConfirmDecision;
import io.tiktoken.auth.administration.decision.ConfirmDecision.Confirmed;
import io.tiktoken.auth.administration.decision.RefuseDecision;
import io.tiktoken.auth.administration.web.DecisionView;
import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.shownonce.web.ShownOnce;
import io.tiktoken.defaults.decision.Decision.Status;
import io.tiktoken.defaults.decision.DecisionFilter;
import io.tiktoken.defaults.decision.Decisions;
import io.tiktoken.defaults.paging.Page;
import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.defaults.problem.ProblemException;
import io.tiktoken.defaults.security.ForAdministrators;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lets a second administrator decide about what gives power, takes it, or opens somebody's account. */
@RestController
@RequestMapping("/api/admin/decisions")
@ForAdministrators
@Tag(name = "Decisions", description = "For administrators.")
class DecisionController {

    private final Decisions decisions;
    private final ConfirmDecision confirmDecision;
    private final RefuseDecision refuseDecision;

    DecisionController(Decisions decisions, ConfirmDecision confirmDecision, RefuseDecision refuseDecision) {
        this.decisions = decisions;
        this.confirmDecision = confirmDecision;
        this.refuseDecision = refuseDecision;
    }

    @GetMapping
    @Operation(summary = "Lists what was asked for and what became of it, newest first")
    @ApiResponse(responseCode = "200", description = "A page of it")
    @ApiResponse(responseCode = "400", description = "`validation_failed`, `malformed_request`")
    Page<DecisionView> list(
            @RequestParam(required = false) @Nullable Status status,
            @RequestParam(required = false) @Nullable DecisionKind kind,
            PageQuery page) {
        var filter = new DecisionFilter(kind == null ? null : kind.name(), null, status);
        return decisions.list(filter, page).map(DecisionView::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Shows one of them, as it stands")
    @ApiResponse(responseCode = "200", description = "The decision")
    @ApiResponse(responseCode = "404", description = "`not_found`")
    DecisionView show(@PathVariable UUID id) {
        return decisions
                .find(id)
                .map(DecisionView::of)
                .orElseThrow(() -> ProblemException.notFound("There is no such decision"));
    }

    @PostMapping("/{id}/confirmation")
    @Operation(
            summary = "Confirms what another administrator asked for, and it happens",
            description = "Neither who asked for it nor whom it is about can confirm it.")
    @ApiResponse(
            responseCode = "200",
            description = "It has happened; a new recovery code is shown this once, to be handed over",
            content = @Content(schema = @Schema(implementation = ConfirmedView.class)))
    @ApiResponse(responseCode = "403", description = "`needs_another_administrator`")
    @ApiResponse(responseCode = "404", description = "`not_found`")
    @ApiResponse(
            responseCode = "409",
            description = "`no_longer_open`; `requester_no_longer_able`, `last_administrator`, `totp_not_enabled`")
    ResponseEntity<?> confirm(@PathVariable UUID id, Actor actor, ShownOnce shownOnce) {
        return shownOnce.<Confirmed>answer(
                Map.of(),
                DecisionController::shown,
                keep -> answer(confirmDecision.confirm(id, actor, keep), DecisionController::shown));
    }

    private static ResponseEntity<?> shown(Confirmed confirmed) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(ConfirmedView.of(confirmed));
    }

    @PostMapping("/{id}/refusal")
    @Operation(summary = "Refuses what another administrator asked for, or takes back one's own request")
    @ApiResponse(
            responseCode = "200",
            description = "`REFUSED`, or `WITHDRAWN`; nothing has happened",
            content = @Content(schema = @Schema(implementation = DecisionView.class)))
    @ApiResponse(responseCode = "404", description = "`not_found`")
    @ApiResponse(responseCode = "409", description = "`no_longer_open`")
    ResponseEntity<?> refuse(@PathVariable UUID id, Actor actor) {
        return answer(refuseDecision.refuse(id, actor), decision -> ResponseEntity.ok(DecisionView.of(decision)));
    }
}
