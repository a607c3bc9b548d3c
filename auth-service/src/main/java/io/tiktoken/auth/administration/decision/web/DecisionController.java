package io.tiktoken.auth.administration.decision.web;

import static io.tiktoken.auth.administration.web.Answers.answer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
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
import io.tiktoken.auth.user.RecoveryCode;
import io.tiktoken.auth.web.Code;
import io.tiktoken.auth.web.Refuses;
import io.tiktoken.defaults.decision.Decision.Status;
import io.tiktoken.defaults.decision.DecisionFilter;
import io.tiktoken.defaults.decision.Decisions;
import io.tiktoken.defaults.paging.Page;
import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.defaults.security.ForAdministrators;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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

    /**
     * What was confirmed.
     *
     * @param recoveryCode the person's new one, shown this once
     */
    record ConfirmedView(
            @JsonUnwrapped DecisionView decision,

            @Schema(example = "K7QM2-X0D4V-93TRN-HB8WS") @Nullable
            String recoveryCode) {

        @Override
        public String toString() {
            return "ConfirmedView[decision=%s]".formatted(decision);
        }
    }

    private final Decisions decisions;
    private final ConfirmDecision confirmDecision;
    private final RefuseDecision refuseDecision;

    DecisionController(Decisions decisions, ConfirmDecision confirmDecision, RefuseDecision refuseDecision) {
        this.decisions = decisions;
        this.confirmDecision = confirmDecision;
        this.refuseDecision = refuseDecision;
    }

    @GetMapping
    @Operation(
            summary = "Lists what was asked for and what became of it",
            description = "Newest first; the filters narrow each other.")
    Page<DecisionView> list(
            @RequestParam(required = false) @Nullable Status status,
            @RequestParam(required = false) @Nullable DecisionKind kind,
            PageQuery page) {
        var filter = new DecisionFilter(kind == null ? null : kind.name(), null, status);
        return decisions.list(filter, page).map(DecisionView::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Shows one of them", description = "As it stands.")
    @Refuses(Code.DECISION_NOT_FOUND)
    DecisionView show(@PathVariable UUID id) {
        return decisions.find(id).map(DecisionView::of).orElseThrow(Code.DECISION_NOT_FOUND::exception);
    }

    @PostMapping("/{id}/confirmation")
    @Operation(
            summary = "Confirms what another administrator asked for, and it happens",
            description = "Neither who asked for it nor whom it is about can confirm it.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ConfirmedView.class)))
    @Refuses({
        Code.ID_UNKNOWN,
        Code.NO_LONGER_ABLE,
        Code.NEEDS_ANOTHER_ADMINISTRATOR,
        Code.NO_LONGER_OPEN,
        Code.REQUESTER_NO_LONGER_ABLE,
        Code.LAST_ADMINISTRATOR,
        Code.TOTP_NOT_ENABLED
    })
    ResponseEntity<?> confirm(@PathVariable UUID id, Actor actor, ShownOnce shownOnce) {
        return shownOnce.<Confirmed>answer(
                Map.of(),
                DecisionController::shown,
                keep -> answer(confirmDecision.confirm(id, actor, keep), DecisionController::shown));
    }

    private static ResponseEntity<?> shown(Confirmed confirmed) {
        var code = confirmed.recoveryCode().map(RecoveryCode::text).orElse(null);
        return ShownOnce.shown(HttpStatus.OK, new ConfirmedView(DecisionView.of(confirmed.decision()), code));
    }

    @PostMapping("/{id}/refusal")
    @Operation(
            summary = "Refuses what another administrator asked for, or takes back one's own request",
            description = "Nothing has happened then.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DecisionView.class)))
    @Refuses({Code.ID_UNKNOWN, Code.NO_LONGER_ABLE, Code.NO_LONGER_OPEN})
    ResponseEntity<?> refuse(@PathVariable UUID id, Actor actor) {
        return answer(refuseDecision.refuse(id, actor), decision -> ResponseEntity.ok(DecisionView.of(decision)));
    }
}
