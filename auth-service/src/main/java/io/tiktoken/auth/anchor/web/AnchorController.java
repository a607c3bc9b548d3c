package io.tiktoken.auth.anchor.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.auth.anchor.Anchor;
import io.tiktoken.auth.anchor.AnchorLedger;
import io.tiktoken.auth.anchor.AnchorLedger.Outcome;
import io.tiktoken.auth.anchor.Anchors;
import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.web.Code;
import io.tiktoken.auth.web.Refuses;
import io.tiktoken.defaults.crypto.Sha256;
import io.tiktoken.defaults.security.ForService;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
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
@Tag(name = "Ledger anchors", description = "What wallet-service puts on record here.")
class AnchorController {

    private static final String HASH = "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03";

    /** What the ledger's last entry is sealed with. */
    record AnchorRequest(
            @NotNull
            @Pattern(regexp = Sha256.DIGITS, message = "must be a SHA-256 in 64 hexadecimal digits")
            @Schema(example = HASH)
            String hash) {}

    /**
     * What is on record.
     *
     * @param receipt a JWS that says so, for whoever put it there
     */
    record AnchorView(
            long height,
            @Schema(example = HASH) String hash,
            Instant anchoredAt,

            @Schema(example = "eyJhbGciOiJSUzI1NiJ9") @Nullable
            String receipt) {

        static AnchorView of(Anchor anchor, @Nullable String receipt) {
            return new AnchorView(anchor.height(), anchor.hash(), anchor.anchoredAt(), receipt);
        }
    }

    private final AnchorLedger anchorLedger;
    private final Anchors anchors;

    AnchorController(AnchorLedger anchorLedger, Anchors anchors) {
        this.anchorLedger = anchorLedger;
        this.anchors = anchors;
    }

    @PutMapping("/{height}")
    @Operation(summary = "Puts the ledger's head on record, for good", description = "May be repeated.")
    @Refuses(Code.ANCHOR_DIFFERS)
    AnchorView anchor(@PathVariable @Min(1) long height, @Valid @RequestBody AnchorRequest body, Actor actor) {
        return switch (anchorLedger.anchor(height, body.hash(), actor)) {
            case Outcome.Anchored(var anchor, var receipt) -> AnchorView.of(anchor, receipt);
            case Outcome.Differs() -> throw Code.ANCHOR_DIFFERS.exception();
        };
    }

    @GetMapping("/latest")
    @Operation(summary = "The highest that is on record", description = "Without its receipt.")
    @Refuses(Code.NO_ANCHOR_YET)
    AnchorView latest() {
        return anchors.latest().map(anchor -> AnchorView.of(anchor, null)).orElseThrow(Code.NO_ANCHOR_YET::exception);
    }
}
