package io.tiktoken.auth.anchor.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.tiktoken.auth.anchor.AnchorLedger;
import io.tiktoken.auth.anchor.AnchorLedger.Outcome.Anchored;
import io.tiktoken.auth.anchor.AnchorLedger.Outcome.Differs;
import io.tiktoken.auth.anchor.Anchors;
import io.tiktoken.auth.audit.Actor;
import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.defaults.problem.ProblemException;
import io.tiktoken.defaults.security.ForService;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes the ledger's heads from wallet-service, and tells the latest. */
@RestController
@RequestMapping("/internal/ledger-anchors")
@ForService("anchors:write")
class AnchorController {

    private final AnchorLedger anchorLedger;
    private final Anchors anchors;

    AnchorController(AnchorLedger anchorLedger, Anchors anchors) {
        this.anchorLedger = anchorLedger;
        this.anchors = anchors;
    }

    @Operation(summary = "Put the ledger's head on record, for good")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AnchorView.class)))
    @ApiResponse(responseCode = "409", description = "`anchor_differs`")
    @PutMapping("/{height}")
    ResponseEntity<?> anchor(
            @PathVariable @Min(1) long height,
            @Valid @RequestBody AnchorRequest body,
            @Parameter(hidden = true) Actor actor) {
        return switch (anchorLedger.anchor(height, body.hash(), actor)) {
            case Anchored(var anchor, var receipt) -> ResponseEntity.ok(AnchorView.of(anchor, receipt));
            case Differs() ->
                Problem.of(HttpStatus.CONFLICT, "anchor_differs", "Another hash is on record for this height")
                        .response();
        };
    }

    @Operation(summary = "The highest that is on record")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "`not_found`: there is none yet")
    @GetMapping("/latest")
    AnchorView latest() {
        return anchors.latest()
                .map(anchor -> AnchorView.of(anchor, null))
                .orElseThrow(() -> ProblemException.notFound("Nothing is on record yet"));
    }
}
